import { defineCommand } from "./define.ts"

export const callSoap = defineCommand({
  name: "SOAP",
  forms: ["SOAP {url}, {operation}[, {params}]", "SOAP {url}, {operation} WITH {params:fields}"],
  effect: "outside",
  group: "http",
  summary:
    "Calls an operation of a SOAP service and gives the elements of the answer as an object.",
  params: {
    url: { kind: "text", doc: "The address of the WSDL of the service, or of the service itself." },
    operation: { kind: "text", doc: "The operation, as the WSDL names it." },
    params: { kind: "any", doc: "An object with the values the operation takes, in their order." },
  },
  result: "map",
  binding: "loose",
  raises: [
    "http.answered_with_error",
    "http.markup_refused",
    "soap.fault",
    "soap.operation_unknown",
    "soap.value_refused",
  ],
  example:
    'answer = SOAP "https://example.org/rates?wsdl", "GetRate", { currency: "USD" }\nTALK "The service answered."',
  canvas: {
    icon: "world-upload",
    family: "connect",
    titleKey: "steps.command",
  },
})
