user = { name: "Ana", tags: ["x", "y"] }
TALK "Hello ${user.name}, ${user.tags[1]} ${UCASE("done")} ${1 + 2}"
TALK "nested ${"quotes ${user.name}"} work"
