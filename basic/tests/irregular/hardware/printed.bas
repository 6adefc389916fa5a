GPIO MODE 17, OUTPUT
RELAY SET 4, ON
temperature = READ TEMPERATURE PIN 4
BUZZER 440, 500
CAPTURE PHOTO TO "a.jpg"
distance = "near"
light = distance + "!"
buzzer = 1
TALK light
