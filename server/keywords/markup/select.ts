import { parse, type Selector, SelectorType, type Traversal } from "css-what"
import { EffectFailed } from "../step.ts"
import { hasAttribute } from "./attribute-test.ts"
import type { Markup, MarkupElement } from "./markup.ts"
import { Positions } from "./positions.ts"

/**
 * Finds elements by a CSS selector.
 *
 * A selector and a page both come from strangers, so a match is never searched for element by element: each
 * step of a selector turns a set of elements into the next with one walk over the page. The time is the
 * number of steps times the number of elements, whatever the page is like.
 */
const limits = { selectorChars: 500, steps: 60 }

type Step = { readonly link: Traversal["type"] | null; readonly tests: readonly Selector[] }
type Elements = ReadonlySet<MarkupElement>

/** Throws: `EffectFailed` "http.selector_refused" for a selector that cannot be read, or asks for what is not on a page. */
export function selectElements(markup: Markup, selector: string): MarkupElement[] {
  if (selector.length > limits.selectorChars)
    throw refuse(selector, `is longer than ${limits.selectorChars} characters`)
  const found = new Selection(markup, selector).selectAny(parseSelector(selector))
  return markup.elements.filter((element) => found.has(element))
}

function parseSelector(selector: string): Selector[][] {
  if (selector.trim() === "") throw refuse(selector, "is not a CSS selector")
  try {
    return parse(selector)
  } catch {
    throw refuse(selector, "is not a CSS selector")
  }
}

class Selection {
  readonly #markup: Markup
  readonly #selector: string
  readonly #positions: Positions
  #steps = 0

  constructor(markup: Markup, selector: string) {
    this.#markup = markup
    this.#selector = selector
    this.#positions = new Positions(markup)
  }

  /** Elements that one of several selectors finds. */
  selectAny(alternatives: readonly (readonly Selector[])[]): Elements {
    return new Set(alternatives.flatMap((tokens) => [...this.#selectOne(tokens)]))
  }

  #selectOne(tokens: readonly Selector[]): Elements {
    const [first, ...rest] = this.#toSteps(tokens)
    if (first === undefined || first.link !== null)
      throw refuse(this.#selector, "begins with a sign")
    return rest.reduce(
      (found, step) => this.#filter(this.#follow(found, step.link), step),
      this.#filter(new Set(this.#markup.elements), first),
    )
  }

  /** Elements that have, below or behind them, what a relative selector finds: read from its end. */
  #selectHolders(tokens: readonly Selector[]): Elements {
    const steps = this.#toSteps(tokens)
    let found: Elements = new Set(this.#markup.elements)
    for (const step of steps.toReversed())
      found = this.#lead(this.#filter(found, step), step.link ?? SelectorType.Descendant)
    return found
  }

  #toSteps(tokens: readonly Selector[]): Step[] {
    const steps: { link: Step["link"]; tests: Selector[] }[] = [{ link: null, tests: [] }]
    for (const token of tokens) {
      const last = steps.at(-1)
      if (!isTraversal(token)) last?.tests.push(token)
      else if (last?.tests.length === 0 && last.link === null) last.link = token.type
      else steps.push({ link: token.type, tests: [] })
    }
    if (steps.some(({ tests }) => tests.length === 0))
      throw refuse(this.#selector, "is not a CSS selector")
    this.#steps += steps.length
    if (this.#steps > limits.steps) throw refuse(this.#selector, "has too many parts")
    return steps
  }

  /** From a set to those that stand in a relation to it, seen from the front. */
  #follow(from: Elements, link: Step["link"]): Elements {
    const reached = new Set<MarkupElement>()
    const passed = new Set<MarkupElement>()
    for (const element of this.#markup.elements) {
      const { parent, before } = element
      const previous = link === SelectorType.Descendant ? parent : before
      if (link === SelectorType.Child && parent && from.has(parent)) reached.add(element)
      else if (link === SelectorType.Adjacent && before && from.has(before)) reached.add(element)
      else if (link === SelectorType.Descendant || link === SelectorType.Sibling) {
        if (previous && (from.has(previous) || passed.has(previous))) {
          passed.add(element)
          reached.add(element)
        }
      } else if (link !== SelectorType.Child && link !== SelectorType.Adjacent)
        throw refuse(this.#selector, "relates elements in a way that pages do not have")
    }
    return reached
  }

  /** The same from the back: those from which the set is reached. */
  #lead(from: Elements, link: Traversal["type"]): Elements {
    const reached = new Set<MarkupElement>()
    for (const element of this.#markup.elements.toReversed()) {
      const isFar = link === SelectorType.Descendant || link === SelectorType.Sibling
      if (!from.has(element) && !(isFar && reached.has(element))) continue
      const isUp = link === SelectorType.Descendant || link === SelectorType.Child
      const next = isUp ? element.parent : element.before
      if (next !== null && next !== this.#markup.root) reached.add(next)
    }
    return reached
  }

  #filter(from: Elements, { tests }: Step): Elements {
    const checks = tests.map((test) => this.#toCheck(test))
    return new Set([...from].filter((element) => checks.every((check) => check(element))))
  }

  #toCheck(test: Selector): (element: MarkupElement) => boolean {
    if (test.type === SelectorType.Universal) return () => true
    if (test.type === SelectorType.Tag) {
      const name = this.#markup.isXml ? test.name : test.name.toLowerCase()
      return (element) => element.name === name
    }
    if (test.type === SelectorType.Attribute)
      return (element) => hasAttribute(element, test, this.#markup.isXml)
    if (test.type !== SelectorType.Pseudo)
      throw refuse(this.#selector, "asks for a part of an element that is not on the page")
    const { name, data } = test
    if (Array.isArray(data)) return this.#toNested(name, data)
    const position = this.#positions.toCheck(name, data)
    if (position === null) throw refuse(this.#selector, `uses :${name}, which is not known here`)
    return position
  }

  #toNested(name: string, alternatives: Selector[][]): (element: MarkupElement) => boolean {
    if (name === "has") {
      const holders = new Set(alternatives.flatMap((tokens) => [...this.#selectHolders(tokens)]))
      return (element) => holders.has(element)
    }
    if (!["is", "where", "matches", "any", "not"].includes(name))
      throw refuse(this.#selector, `uses :${name}, which is not known here`)
    const inner = this.selectAny(alternatives)
    return (element) => inner.has(element) !== (name === "not")
  }
}

const isTraversal = (token: Selector): token is Traversal =>
  [
    SelectorType.Adjacent,
    SelectorType.Child,
    SelectorType.Descendant,
    SelectorType.Parent,
    SelectorType.Sibling,
    SelectorType.ColumnCombinator,
  ].includes(token.type)

const refuse = (selector: string, problem: string) =>
  new EffectFailed(
    "http.selector_refused",
    `The selector ${JSON.stringify(selector.slice(0, 80))} ${problem}.`,
  )
