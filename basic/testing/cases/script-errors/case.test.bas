TEST "cannot run"
EXPECT "Hello"
