FUNCTION greet(name, title = "Mr")
    RETURN title + " " + name
END FUNCTION
SUB wait(seconds AS INTEGER = 5)
    WAIT seconds
END SUB
