HEAR x WITH "?" ' c
