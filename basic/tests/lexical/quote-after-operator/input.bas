a = ['x', 'y']
b = a[0] + 'z' ' last
POST "https://example.org", { note: 'it has, a comma' }
TALK b
