/**
 * The one table of instructions. An instruction is its opcode, the place in this list, followed by its
 * operands, all whole numbers in one flat `Int32Array`.
 *
 * `stack` is the picture: what it takes and leaves, top at the right. `pops` and `pushes` count the
 * same for `verify.ts`; an operand of kind "count" marked in `popsPer` takes so many more each.
 * `cost` is what the meter charges; "+" means more in proportion to the length of what is touched
 * (`vm/meter.ts`). `flow`: "next" goes on, "branch" may jump to its target, "jump" always does, "end" leaves the function.
 * `vm/steps` makes closures of them.
 */
export interface Opcode {
  readonly name: string
  readonly operands: readonly OperandKind[]
  readonly stack: string
  readonly pops: number
  readonly pushes: number
  /** Values taken for each one of the "count" operand. */
  readonly popsPer?: number
  readonly cost: number
  readonly isProportional?: boolean
  readonly flow?: "next" | "branch" | "jump" | "end"
  readonly does: string
}

export type OperandKind =
  | "constant"
  | "int"
  | "global"
  /** A slot of the function: parameters first, then the hidden slots of loops. */
  | "local"
  /** An index into the code; -1 where there is none. */
  | "target"
  | "function"
  | "builtin"
  | "effect"
  | "count"

const op = <const Name extends string>(
  name: Name,
  operands: readonly OperandKind[],
  stack: string,
  moves: readonly [pops: number, pushes: number],
  does: string,
  more: Pick<Opcode, "popsPer" | "isProportional" | "flow"> & { readonly cost?: number } = {},
): Opcode & { readonly name: Name } => ({
  name,
  operands,
  stack,
  pops: moves[0],
  pushes: moves[1],
  cost: 1,
  does,
  ...more,
})

const long = { isProportional: true } as const
const branch = { flow: "branch" } as const
const compareBranch = { flow: "branch", isProportional: true } as const

/** An effect costs more than a step inside the VM, so that a loop of them ends early too. */
export const effectCost = 200

export const opcodes = [
  // values and variables
  op("PUSH_CONST", ["constant"], "-> v", [0, 1], "Puts a constant on the stack."),
  op("PUSH_INT", ["int"], "-> n", [0, 1], "Puts a small whole number on the stack."),
  op("PUSH_NULL", [], "-> null", [0, 1], "Puts null on the stack."),
  op("PUSH_TRUE", [], "-> true", [0, 1], "Puts true on the stack."),
  op("PUSH_FALSE", [], "-> false", [0, 1], "Puts false on the stack."),
  op("LOAD_GLOBAL", ["global"], "-> v", [0, 1], "Reads a script-level variable."),
  op("LOAD_LOCAL", ["local"], "-> v", [0, 1], "Reads a parameter or hidden slot."),
  op("STORE_GLOBAL", ["global"], "v ->", [1, 0], "Sets a script-level variable."),
  op("STORE_LOCAL", ["local"], "v ->", [1, 0], "Sets a parameter or hidden slot."),
  op("POP", [], "v ->", [1, 0], "Drops a value."),
  // arithmetic
  op("ADD", [], "a b -> a+b", [2, 1], "Adds, or joins when either side is text.", long),
  op("SUBTRACT", [], "a b -> a-b", [2, 1], "Subtracts.", long),
  op("MULTIPLY", [], "a b -> a*b", [2, 1], "Multiplies.", long),
  op("DIVIDE", [], "a b -> a/b", [2, 1], "Divides; by zero is an error.", long),
  op("INT_DIVIDE", [], "a b -> a\\b", [2, 1], "Divides and cuts towards zero.", long),
  op("MODULO", [], "a b -> r", [2, 1], "Remainder with the sign of a.", long),
  op("POWER", [], "a b -> a^b", [2, 1], "Raises to a power.", long),
  op("NEGATE", [], "a -> -a", [1, 1], "Changes the sign.", long),
  op("TO_NUMBER", [], "a -> n", [1, 1], "Reads a value as a number: unary plus.", long),
  op("CONCAT", [], "a b -> t", [2, 1], "Joins as text, whatever the sides are.", long),
  op("JOIN_TEXTS", ["count"], "v1..vn -> t", [0, 1], "Joins n values as text.", {
    popsPer: 1,
    isProportional: true,
  }),
  // arithmetic, fused with the load of one side or with the store
  op("ADD_INT", ["int"], "a -> a+n", [1, 1], "Adds a small whole number.", long),
  op("SUBTRACT_INT", ["int"], "a -> a-n", [1, 1], "Subtracts a small whole number.", long),
  op("MULTIPLY_INT", ["int"], "a -> a*n", [1, 1], "Multiplies by a small whole number.", long),
  op("MODULO_INT", ["int"], "a -> r", [1, 1], "Remainder by a small whole number, not 0.", long),
  op("ADD_GLOBAL", ["global"], "a -> a+g", [1, 1], "Adds a variable to the top.", long),
  op("ADD_LOCAL", ["local"], "a -> a+l", [1, 1], "Adds a slot to the top.", long),
  op("ADD_TO_GLOBAL", ["global"], "a ->", [1, 0], "Sets a variable to itself + a.", long),
  op("ADD_TO_LOCAL", ["local"], "a ->", [1, 0], "Sets a slot to itself + a.", long),
  op("ADD_INT_TO_GLOBAL", ["global", "int"], "->", [0, 0], "Adds n to a variable.", long),
  op("ADD_INT_TO_LOCAL", ["local", "int"], "->", [0, 0], "Adds n to a slot.", long),
  // comparison
  op("EQUAL", [], "a b -> boolean", [2, 1], "a = b.", long),
  op("NOT_EQUAL", [], "a b -> boolean", [2, 1], "a <> b.", long),
  op("LESS", [], "a b -> boolean", [2, 1], "a < b; false where there is no order.", long),
  op("LESS_OR_EQUAL", [], "a b -> boolean", [2, 1], "a <= b.", long),
  op("GREATER", [], "a b -> boolean", [2, 1], "a > b.", long),
  op("GREATER_OR_EQUAL", [], "a b -> boolean", [2, 1], "a >= b.", long),
  op("IS_NULL", [], "a -> boolean", [1, 1], "Is it null or empty text?"),
  op("NOT", [], "a -> boolean", [1, 1], "Is it falsy?"),
  op("LIKE", [], "a p -> boolean", [2, 1], "Does text a fit the pattern p?", long),
  op("CONTAINS", [], "a b -> boolean", [2, 1], "Is b part of text, list or map a?", long),
  op("IN", [], "a b -> boolean", [2, 1], "Is a part of text, list or map b?", long),
  op("STARTS_WITH", [], "a b -> boolean", [2, 1], "Does text a start with b?", long),
  op("ENDS_WITH", [], "a b -> boolean", [2, 1], "Does text a end with b?", long),
  op("BETWEEN", [], "a l h -> boolean", [3, 1], "l <= a and a <= h.", long),
  // jumps
  op("JUMP", ["target"], "->", [0, 0], "Goes to the target.", { flow: "jump" }),
  op("JUMP_IF_TRUE", ["target"], "a ->", [1, 0], "Goes there if a is truthy.", branch),
  op("JUMP_IF_FALSE", ["target"], "a ->", [1, 0], "Goes there if a is falsy.", branch),
  op("OR_JUMP", ["target"], "a -> a | ->", [1, 0], "Goes there with a if a is truthy.", branch),
  op("AND_JUMP", ["target"], "a -> a | ->", [1, 0], "Goes there with a if a is falsy.", branch),
  op(
    "ELSE_JUMP",
    ["target"],
    "a -> a | ->",
    [1, 0],
    "Goes there with a if it is not null.",
    branch,
  ),
  op("UNLESS_EQUAL", ["target"], "a b ->", [2, 0], "Goes there unless a = b.", compareBranch),
  op("UNLESS_NOT_EQUAL", ["target"], "a b ->", [2, 0], "Goes there unless a <> b.", compareBranch),
  op("UNLESS_LESS", ["target"], "a b ->", [2, 0], "Goes there unless a < b.", compareBranch),
  op("UNLESS_LESS_OR_EQUAL", ["target"], "a b ->", [2, 0], "... unless a <= b.", compareBranch),
  op("UNLESS_GREATER", ["target"], "a b ->", [2, 0], "... unless a > b.", compareBranch),
  op("UNLESS_GREATER_OR_EQUAL", ["target"], "a b ->", [2, 0], "... unless a >= b.", compareBranch),
  op("IF_LESS", ["target"], "a b ->", [2, 0], "Goes there if a < b.", compareBranch),
  op("IF_LESS_OR_EQUAL", ["target"], "a b ->", [2, 0], "Goes there if a <= b.", compareBranch),
  op("IF_GREATER", ["target"], "a b ->", [2, 0], "Goes there if a > b.", compareBranch),
  op("IF_GREATER_OR_EQUAL", ["target"], "a b ->", [2, 0], "Goes there if a >= b.", compareBranch),
  op(
    "GOTO",
    ["target"],
    "->",
    [0, 0],
    "Goes to a label; an ON ERROR GOTO that fired is armed again.",
    {
      flow: "jump",
    },
  ),
  op(
    "GOSUB",
    ["target"],
    "->",
    [0, 0],
    "Goes to a label and remembers where it came from.",
    branch,
  ),
  // loops
  op(
    "FOR_START_GLOBAL",
    ["global", "local", "target"],
    "from to step ->",
    [3, 0],
    "Keeps limit and step in two slots, sets the variable; leaves if there is nothing to do.",
    branch,
  ),
  op(
    "FOR_START_LOCAL",
    ["local", "local", "target"],
    "from to step ->",
    [3, 0],
    "The same for a parameter.",
    branch,
  ),
  op(
    "FOR_NEXT_GLOBAL",
    ["global", "local", "target"],
    "->",
    [0, 0],
    "Adds the step; goes to the body while within the limit.",
    branch,
  ),
  op(
    "FOR_NEXT_LOCAL",
    ["local", "local", "target"],
    "->",
    [0, 0],
    "The same for a parameter.",
    branch,
  ),
  op("EACH_START", ["local"], "list ->", [1, 0], "Keeps list, place and length in three slots."),
  op(
    "EACH_NEXT",
    ["local", "target"],
    "-> v | ->",
    [0, 1],
    "Puts the next element, or leaves.",
    branch,
  ),
  // lists and maps
  op("NEW_LIST", ["count"], "v1..vn -> list", [0, 1], "Makes a list.", {
    popsPer: 1,
    isProportional: true,
  }),
  op("NEW_MAP", ["count"], "k1 v1..kn vn -> map", [0, 1], "Makes a map.", {
    popsPer: 2,
    isProportional: true,
  }),
  op("MEMBER", ["constant"], "a -> a.name", [1, 1], "Reads a member or property.", long),
  op("INDEX", [], "a i -> a[i]", [2, 1], "Reads an element or member.", long),
  op(
    "READ_PATH_GLOBAL",
    ["global", "count", "int"],
    "k1..kn -> k1..kn v",
    [0, 1],
    "Reads a place of a variable and keeps the keys; bit i of the last operand: key i is a member's name.",
    long,
  ),
  op(
    "READ_PATH_LOCAL",
    ["local", "count", "int"],
    "k1..kn -> k1..kn v",
    [0, 1],
    "The same for a parameter.",
    long,
  ),
  op(
    "WRITE_PATH_GLOBAL",
    ["global", "count", "int"],
    "k1..kn v ->",
    [1, 0],
    "Sets a place of a variable, making what is missing on the way.",
    { popsPer: 1, isProportional: true },
  ),
  op(
    "WRITE_PATH_LOCAL",
    ["local", "count", "int"],
    "k1..kn v ->",
    [1, 0],
    "The same for a parameter.",
    { popsPer: 1, isProportional: true },
  ),
  // calls
  op(
    "CALL",
    ["function", "count"],
    "v1..vn -> r",
    [0, 1],
    "Calls a procedure; its parameters are the values.",
    { popsPer: 1 },
  ),
  op("CALL_BUILTIN", ["builtin", "count"], "v1..vn -> r", [0, 1], "Calls a built-in function.", {
    popsPer: 1,
    isProportional: true,
  }),
  op(
    "CALL_METHOD",
    ["constant", "count", "int"],
    "a v1..vn -> r",
    [1, 1],
    "Calls a built-in function on a; the last operand is 1 for `?.`.",
    { popsPer: 1, isProportional: true },
  ),
  op("RETURN_VALUE", [], "v ->", [1, 0], "Ends the procedure, or the script, with a value.", {
    flow: "end",
  }),
  op("RETURN_NULL", [], "->", [0, 0], "Ends the procedure, or the script.", { flow: "end" }),
  op(
    "RETURN",
    [],
    "->",
    [0, 0],
    "Goes back to the last GOSUB; without one, ends the procedure or script.",
    { flow: "end" },
  ),
  op("STOP", [], "->", [0, 0], "Ends the script.", { flow: "end" }),
  // the outside
  op("EFFECT", ["effect"], "operands -> answer", [0, 1], "Hands an effect to the host.", {
    cost: effectCost,
  }),
  op(
    "HEAR",
    ["effect", "target"],
    "operands -> answer",
    [0, 1],
    "Asks the person; after its time it goes to the target, or on with null.",
    { cost: effectCost, flow: "branch" },
  ),
  // errors
  op("ON_ERROR_RESUME", [], "->", [0, 0], "From here on a failing statement is skipped."),
  op("ON_ERROR_OFF", [], "->", [0, 0], "From here on an error ends the script."),
  op(
    "ON_ERROR_GOTO",
    ["target"],
    "->",
    [0, 0],
    "From here on an error leads to the target.",
    branch,
  ),
  op("CLEAR_ERROR", [], "->", [0, 0], "Forgets the last error."),
  op("ERROR_FLAG", [], "-> boolean", [0, 1], "Is there an error?"),
  op("ERROR_MESSAGE", [], "-> text", [0, 1], "The sentence of the last error."),
  op("ERROR_NUMBER", [], "-> n", [0, 1], "The number of the last error, 0 without one."),
  op("THROW", ["constant"], "message ->", [1, 0], "Raises an error with that code.", long),
  op(
    "FAIL",
    ["constant", "constant"],
    "-> v",
    [0, 1],
    "Raises a code about a name: something the compiler does not know.",
  ),
] as const

export type OpName = (typeof opcodes)[number]["name"]

/** The number of each instruction. */
export const opcodeNumber: Readonly<Record<OpName, number>> = Object.fromEntries(
  opcodes.map((opcode, index) => [opcode.name, index]),
) as Record<OpName, number>

/** The instruction with a number, or undefined. */
export const findOpcode = (number: number): Opcode | undefined => opcodes[number]

/** Length of an instruction in the code. */
export const sizeOf = (opcode: Pick<Opcode, "operands">): number => 1 + opcode.operands.length
