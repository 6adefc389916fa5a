```basic
x = 7 // seven
y = x / 2 # half
TALK x + y REM both
...
o = {
    "a": 1, // first
    "b": 2  # second
}
TALK o
```
