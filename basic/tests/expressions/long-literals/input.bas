order = { customer: "Ana Lima", items: [{ id: 1, name: "tea", price: 2.5 }, { id: 2, name: "milk", price: 1.25 }], note: "ring twice", address: { street: "Rua A", number: 12 } }
reply = POST "https://example.org/orders", { id: 12345, customer: "Ana Lima", address: "Rua das Flores 12, Porto" }
