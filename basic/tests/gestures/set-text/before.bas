    talk  "Hello " + name   ' greet
