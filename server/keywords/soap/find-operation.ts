import { isElement, type Markup, type MarkupElement } from "../markup/markup.ts"
import { EffectFailed } from "../step.ts"

/** How a service wants an operation called. */
export interface SoapOperation {
  /** Where it is called. */
  readonly address: string
  /** The element of the request, without a prefix. */
  readonly element: string
  readonly namespace: string
  readonly action: string
  /** The values inside carry the namespace too. */
  readonly isQualified: boolean
  readonly version: "1.1" | "1.2"
}

const transports = {
  "http://schemas.xmlsoap.org/wsdl/soap/": "1.1",
  "http://schemas.xmlsoap.org/wsdl/soap12/": "1.2",
} as const

/**
 * Finds an operation in a WSDL 1.1: its address, element and action, of SOAP 1.1 where the service has it.
 *
 * Without a WSDL the address is the one given and the names are the operation's.
 * Throws: `EffectFailed` "soap.operation_unknown" for an operation the WSDL does not have.
 */
export function findOperation(wsdl: Markup | null, operation: string, url: string): SoapOperation {
  const plain = { element: operation, namespace: "", action: operation, isQualified: false }
  const definitions = wsdl?.elements.find(({ name }) => localName(name) === "definitions")
  if (!wsdl || !definitions) return { ...plain, address: url, version: "1.1" }
  const reader = new WsdlReader(wsdl)
  const binding = reader.findBinding(operation)
  if (binding === null)
    throw new EffectFailed(
      "soap.operation_unknown",
      `The service has no operation ${JSON.stringify(operation.slice(0, 80))}; it has ${reader.listOperations()}.`,
    )
  const message = reader.readMessage(operation)
  return {
    address: reader.readAddress(url),
    element: message?.element ?? operation,
    namespace: message?.namespace ?? definitions.attributes.get("targetNamespace") ?? "",
    action: binding.action,
    isQualified: message?.isQualified ?? false,
    version: binding.version,
  }
}

class WsdlReader {
  readonly #wsdl: Markup

  constructor(wsdl: Markup) {
    this.#wsdl = wsdl
  }

  /** The operation of the first binding that speaks SOAP, with its action. */
  findBinding(operation: string): { action: string; version: SoapOperation["version"] } | null {
    const found = this.#list("operation")
      .filter((element) => element.attributes.get("name") === operation)
      .flatMap((element) => {
        const soap = element.children
          .filter(isElement)
          .find(({ name }) => localName(name) === "operation")
        const version = soap && this.#transportOf(soap)
        return version ? [{ action: soap.attributes.get("soapAction") ?? "", version }] : []
      })
    return found.find(({ version }) => version === "1.1") ?? found[0] ?? null
  }

  listOperations(): string {
    const names = this.#list("operation").map(({ attributes }) => attributes.get("name") ?? "")
    const known = [...new Set(names)].filter((name) => name !== "").slice(0, 20)
    return known.length === 0 ? "none" : known.join(", ")
  }

  readAddress(url: string): string {
    const addresses = this.#list("address").filter((element) => this.#transportOf(element))
    const best = addresses.find((element) => this.#transportOf(element) === "1.1") ?? addresses[0]
    const location = best?.attributes.get("location") ?? ""
    return URL.canParse(location, url) ? new URL(location, url).href : url
  }

  /** The element of the operation's input message and the schema that declares it. */
  readMessage(operation: string) {
    const port = this.#list("operation").find(
      (element) =>
        element.attributes.get("name") === operation &&
        element.parent !== null &&
        localName(element.parent.name) === "portType",
    )
    const input = port?.children.filter(isElement).find(({ name }) => localName(name) === "input")
    const name = localName(input?.attributes.get("message") ?? "")
    const message = this.#list("message").find((element) => element.attributes.get("name") === name)
    const part = message?.children
      .filter(isElement)
      .find((child) => localName(child.name) === "part")
    const element = localName(part?.attributes.get("element") ?? "")
    if (element === "") return null
    const schema = this.#list("element").find(
      (declared) =>
        declared.attributes.get("name") === element &&
        declared.parent !== null &&
        localName(declared.parent.name) === "schema",
    )?.parent
    return {
      element,
      namespace: schema?.attributes.get("targetNamespace") ?? null,
      isQualified: schema?.attributes.get("elementFormDefault") === "qualified",
    }
  }

  #list(name: string): MarkupElement[] {
    return this.#wsdl.elements.filter((element) => localName(element.name) === name)
  }

  /** The SOAP version an element of a binding belongs to, by the namespace of its prefix; null for HTTP. */
  #transportOf(element: MarkupElement): SoapOperation["version"] | null {
    const prefix = element.name.includes(":") ? element.name.split(":", 1)[0] : null
    const attribute = prefix === null ? "xmlns" : `xmlns:${prefix}`
    for (let at: MarkupElement | null = element; at !== null; at = at.parent) {
      const namespace = at.attributes.get(attribute)
      if (namespace !== undefined)
        return Object.hasOwn(transports, namespace)
          ? transports[namespace as keyof typeof transports]
          : null
    }
    return null
  }
}

/** The name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1)
