talk "a"
if x then
talk "b"
endif
= = broken
