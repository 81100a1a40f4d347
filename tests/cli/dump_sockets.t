Maps of sockets: their cookies, which `ss -e` shows too.

  $ live_animals

  $ j '.[] | .key, .value.cookie > 0' dump pinned "$BPFFS/sockmap"
  1
  true
  $ p dump sockmap | squeeze | sed -E '2s/[0-9]+$/COOKIE/'
  KEY cookie
  1 COOKIE
  $ j '.[] | .key, .value.cookie > 0' dump pinned "$BPFFS/sockhash"
  "01000000"
  true
  $ j '.[] | .key, .value.cookie > 0' dump pinned "$BPFFS/reuseport_sockarray"
  1
  true

The same socket has the same cookie.

  $ diff <(j '.[].value' dump pinned "$BPFFS/sockmap") <(j '.[].value' dump pinned "$BPFFS/sockhash")
  $ diff <(j .value lookup pinned "$BPFFS/sockmap" key 1) <(j .value lookup pinned "$BPFFS/sockhash" key 1 0 0 0)

Values of four bytes have no room for a cookie: nobody can read them, and that is said.

  $ mapctl dump pinned "$BPFFS/sockmap4" > out 2> err
  [4]
  $ wc -l < err
  1
  $ mapctl -j dump pinned "$BPFFS/sockmap4" 2>/dev/null
  [{"key":0,"value":null},{"key":1,"value":null},{"key":2,"value":null},{"key":3,"value":null}]
  [4]

  $ p lookup sockmap4 key 0
  mapctl: map sock4: lookup: readable only where values have 8 bytes
  [3]

Once the sockets are closed, the slots are empty.

  $ kill $ZOO
  $ await '! [ -e /proc/$ZOO ]'
  $ p dump sockmap
  mapctl: note: map sock has no entries to show
