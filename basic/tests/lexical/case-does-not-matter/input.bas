let Name = "Ana"
If NAME = "Ana" Then
    talk "hello " + name
End If
