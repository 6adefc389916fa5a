x = 1
if x = 1 {
    TALK "one"
} else if x = 2 {
    TALK "two"
} else {
    TALK "many"
}
