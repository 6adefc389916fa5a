/** The registry of pure functions, by the shelf they stand on in the manual. One line for each file. */

import { abs } from "./abs.ts"
import { addDays } from "./add-days.ts"
import { append } from "./append.ts"
import { array } from "./array.ts"
import { asc } from "./asc.ts"
import { atan } from "./atan.ts"
import { avg } from "./avg.ts"
import { base64 } from "./base64.ts"
import { base64Decode } from "./base64-decode.ts"
import { batch } from "./batch.ts"
import { botId } from "./bot-id.ts"
import { calculate } from "./calculate.ts"
import { capitalize } from "./capitalize.ts"
import { cdate } from "./cdate.ts"
import { ceil } from "./ceil.ts"
import { choose } from "./choose.ts"
import { chr } from "./chr.ts"
import { cint } from "./cint.ts"
import { coalesce } from "./coalesce.ts"
import { concat } from "./concat.ts"
import { contains } from "./contains.ts"
import { cos } from "./cos.ts"
import { count } from "./count.ts"
import { csv } from "./csv.ts"
import { dateFunction } from "./date.ts"
import { dateadd } from "./dateadd.ts"
import { datediff } from "./datediff.ts"
import { datevalue } from "./datevalue.ts"
import { day } from "./day.ts"
import { days } from "./days.ts"
import { daysBetween } from "./days-between.ts"
import type { FunctionKeyword } from "./define.ts"
import { dim } from "./dim.ts"
import { drop } from "./drop.ts"
import { eomonth } from "./eomonth.ts"
import { excel } from "./excel.ts"
import { exp } from "./exp.ts"
import { extractAfter } from "./extract-after.ts"
import { extractBefore } from "./extract-before.ts"
import { extractBetween } from "./extract-between.ts"
import { filterFunction } from "./filter.ts"
import { first } from "./first.ts"
import { fix } from "./fix.ts"
import { flatten } from "./flatten.ts"
import { floor } from "./floor.ts"
import { format } from "./format.ts"
import { formatDate } from "./format-date.ts"
import { formatTime } from "./format-time.ts"
import { guid } from "./guid.ts"
import { hash } from "./hash.ts"
import { head } from "./head.ts"
import { hour } from "./hour.ts"
import { hours } from "./hours.ts"
import { hoursBetween } from "./hours-between.ts"
import { ics } from "./ics.ts"
import { ifFunction } from "./if.ts"
import { iif } from "./iif.ts"
import { indexOf } from "./index-of.ts"
import { instr } from "./instr.ts"
import { int } from "./int.ts"
import { isNumeric } from "./is-numeric.ts"
import { isarray } from "./isarray.ts"
import { isbool } from "./isbool.ts"
import { isdate } from "./isdate.ts"
import { isempty } from "./isempty.ts"
import { isnull } from "./isnull.ts"
import { isnumber } from "./isnumber.ts"
import { isstring } from "./isstring.ts"
import { join } from "./join.ts"
import { json } from "./json.ts"
import { jsonGet } from "./json-get.ts"
import { last } from "./last.ts"
import { lbound } from "./lbound.ts"
import { lcase } from "./lcase.ts"
import { left } from "./left.ts"
import { len } from "./len.ts"
import { log } from "./log.ts"
import { log10 } from "./log10.ts"
import { ltrim } from "./ltrim.ts"
import { mapFunction } from "./map.ts"
import { max } from "./max.ts"
import { md5 } from "./md5.ts"
import { mid } from "./mid.ts"
import { min } from "./min.ts"
import { minute } from "./minute.ts"
import { minutes } from "./minutes.ts"
import { minutesBetween } from "./minutes-between.ts"
import { mod } from "./mod.ts"
import { month } from "./month.ts"
import { now } from "./now.ts"
import { parseCsv } from "./parse-csv.ts"
import { parseJson } from "./parse-json.ts"
import { pi } from "./pi.ts"
import { pop } from "./pop.ts"
import { pow } from "./pow.ts"
import { push } from "./push.ts"
import { random } from "./random.ts"
import { range } from "./range.ts"
import { redim } from "./redim.ts"
import { replace } from "./replace.ts"
import { reverse } from "./reverse.ts"
import { right } from "./right.ts"
import { rnd } from "./rnd.ts"
import { round } from "./round.ts"
import { rtrim } from "./rtrim.ts"
import { scoreLead } from "./score-lead.ts"
import { second } from "./second.ts"
import { seconds } from "./seconds.ts"
import { secondsBetween } from "./seconds-between.ts"
import { sessionId } from "./session-id.ts"
import { sgn } from "./sgn.ts"
import { shift } from "./shift.ts"
import { sin } from "./sin.ts"
import { slice } from "./slice.ts"
import { slugify } from "./slugify.ts"
import { sort } from "./sort.ts"
import { space } from "./space.ts"
import { speaks } from "./speaks.ts"
import { splice } from "./splice.ts"
import { split } from "./split.ts"
import { sqr } from "./sqr.ts"
import { str } from "./str.ts"
import { string } from "./string.ts"
import { sum } from "./sum.ts"
import { tail } from "./tail.ts"
import { take } from "./take.ts"
import { tan } from "./tan.ts"
import { timeFunction } from "./time.ts"
import { timestamp } from "./timestamp.ts"
import { timevalue } from "./timevalue.ts"
import { today } from "./today.ts"
import { toyaml } from "./toyaml.ts"
import { trim } from "./trim.ts"
import { typeofFunction } from "./typeof.ts"
import { ubound } from "./ubound.ts"
import { ucase } from "./ucase.ts"
import { unique } from "./unique.ts"
import { unshift } from "./unshift.ts"
import { val } from "./val.ts"
import { validate } from "./validate.ts"
import { weekday } from "./weekday.ts"
import { weeks } from "./weeks.ts"
import { xml } from "./xml.ts"
import { year } from "./year.ts"

export const functions: readonly FunctionKeyword[] = [
  len,
  ucase,
  lcase,
  trim,
  ltrim,
  rtrim,
  left,
  right,
  mid,
  instr,
  replace,
  split,
  join,
  contains,
  str,
  val,
  cint,
  asc,
  chr,
  string,
  space,
  capitalize,
  extractBefore,
  extractAfter,
  extractBetween,
  slugify,
  validate,
  format,
  formatDate,
  formatTime,
  json,
  toyaml,
  csv,
  xml,
  excel,
  parseJson,
  jsonGet,
  parseCsv,
  hash,
  md5,
  base64,
  base64Decode,
  abs,
  int,
  fix,
  floor,
  ceil,
  sgn,
  sqr,
  sin,
  cos,
  tan,
  atan,
  log,
  log10,
  exp,
  pi,
  pow,
  mod,
  calculate,
  round,
  max,
  min,
  random,
  rnd,
  now,
  today,
  timeFunction,
  timestamp,
  dateFunction,
  dateadd,
  datediff,
  daysBetween,
  hoursBetween,
  minutesBetween,
  secondsBetween,
  addDays,
  year,
  month,
  day,
  hour,
  minute,
  second,
  weekday,
  datevalue,
  timevalue,
  cdate,
  isdate,
  eomonth,
  seconds,
  minutes,
  hours,
  days,
  weeks,
  ubound,
  lbound,
  count,
  first,
  last,
  head,
  tail,
  take,
  drop,
  push,
  append,
  pop,
  shift,
  unshift,
  splice,
  slice,
  sort,
  unique,
  reverse,
  concat,
  flatten,
  range,
  dim,
  redim,
  indexOf,
  batch,
  sum,
  avg,
  filterFunction,
  mapFunction,
  array,
  isempty,
  isnull,
  isarray,
  isnumber,
  isstring,
  isbool,
  isNumeric,
  typeofFunction,
  iif,
  ifFunction,
  coalesce,
  choose,
  guid,
  sessionId,
  speaks,
  botId,
  scoreLead,
  ics,
]
