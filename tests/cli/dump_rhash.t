Resizable hash maps, of kernels from 7.2 on.

  $ animals
  $ needs rhash

  $ p dump rhash
  KEY  VALUE
    1     10
  $ p lookup rhash key 1
  key:   1
  value: 10
  $ p getnext rhash
  key:      (none)
  next_key: 1
