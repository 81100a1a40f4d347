One map in every format.

  $ animals
  $ p dump array
  KEY  VALUE
    0     10
    1     20
    2     30
    3     40
  $ p dump array -j
  [{"key":0,"value":10},{"key":1,"value":20},{"key":2,"value":30},{"key":3,"value":40}]
  $ p dump array --format json
  [{"key":0,"value":10},{"key":1,"value":20},{"key":2,"value":30},{"key":3,"value":40}]
  $ p dump array --format jsonl
  {"key":0,"value":10}
  {"key":1,"value":20}
  {"key":2,"value":30}
  {"key":3,"value":40}
  $ p dump array -p --limit 2
  [
      {
          "key": 0,
          "value": 10
      },
      {
          "key": 1,
          "value": 20
      }
  ]
  $ p dump array --format hex
  key: 00 00 00 00  value: 0a 00 00 00
  key: 01 00 00 00  value: 14 00 00 00
  key: 02 00 00 00  value: 1e 00 00 00
  key: 03 00 00 00  value: 28 00 00 00
  $ p dump array --format bpftool --limit 1
  [{"key":["0x00","0x00","0x00","0x00"],"value":["0x0a","0x00","0x00","0x00"],"formatted":{"key":0,"value":10}}]

Long values, several values, in hex.

  $ p dump sink --format hex | sed -n 1,3p
  key: 00 00 00 00
  value:
      ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff
  $ p dump lru_percpu_hash --format hex | sed -n 1,2p
  key: 09 00 00 00
  value (CPU 0): 84 03 00 00 00 00 00 00

--hex: bytes beside what they mean.

  $ p dump array --hex --limit 2
  KEY  KEY_HEX      VALUE  VALUE_HEX
    0  00 00 00 00     10  0a 00 00 00
    1  01 00 00 00     20  14 00 00 00
  $ p dump array --hex -j --limit 1
  [{"key":0,"key_hex":"00000000","value":10,"value_hex":"0a000000"}]
  $ p dump lpm4 --hex -j | jq -c 'sort_by(.value)[1]'
  {"key":"10.0.0.0/8","key_hex":"080000000a000000","value":8,"value_hex":"08000000"}

What bpftool -j prints, to the byte, of every map that it can dump as JSON.

  $ for pin in "$BPFFS"/*; do
  >     bpftool -j map dump pinned "$pin" > theirs 2>/dev/null || continue
  >     python3 -c 'import json, sys; json.load(open("theirs", encoding="utf-8"))' 2>/dev/null || continue
  >     grep -q '"formatted"\|"values"\|"value":\[' theirs || continue
  >     case ${pin##*/} in
  >         deep) continue ;;
  >         *_of_maps) sed -Ei 's/,"inner_map_id":[0-9]+//g' theirs; strip='s/,"inner_map_id":[0-9]+//g' ;;
  >         *) strip= ;;
  >     esac
  >     echo "${pin##*/}" >> compared
  >     mapctl --format bpftool dump pinned "$pin" 2>&1 | sed -E "$strip" | cmp - theirs
  > done | neutral
  $ [ $(wc -l < compared) -ge 25 ]

Integers as strings, for readers that round them.

  $ mapctl dump -j --int64-strings pinned "$BPFFS/sink" 2>/dev/null |
  >     jq -c '.[0].value | .u128, .s128, .u64, .s64, .pointer, .f64, .yes, .huge'
  "340282366920938463463374607431768211455"
  "-1"
  "18446744073709551615"
  "-9223372036854775808"
  "18446612682070032384"
  0.1
  true
  "HUGE"

Numbers of any size stay as they are otherwise; python reads them exactly.

  $ mapctl dump -j pinned "$BPFFS/sink" 2>/dev/null | python3 -c '
  > import json, sys
  > value = json.load(sys.stdin)[0]["value"]
  > print(value["u128"] == 2**128 - 1, value["u64"] == 2**64 - 1, value["s64"] == -2**63)'
  True True True

--numeric: no names of programs, maps, interfaces, and no prefixes.

  $ p dump devmap --numeric
  KEY  ifindex
    2        1
  $ p dump lpm4 --numeric -j | jq -c 'sort_by(.value)[1].key'
  {"prefixlen":8,"addr":[10,0,0,0]}

Names and contents that mean harm: a terminal sees no control byte, JSON stays JSON.

  $ mapctl dump pinned "$BPFFS/hostile" | grep -caP '[\x00-\x08\x0b-\x1f\x7f-\xff]'
  0
  [1]
  $ p dump hostile
  KEY  caf\xe9                text                               esc
    0  "\x1b[2Jred\x0a\"'\\"  "\xff\xe2\x80\xae\xc2\x9b\x7f<&>"    1
  $ p dump hostile -j
  [{"key":0,"value":{"caf\\xe9":"\u001b[2Jred\n\"'\\","text":"\\xff\u202e\u009b\u007f<&>","esc":1}}]
  $ mapctl dump -j pinned "$BPFFS/hostile" | python3 -c '
  > import json, sys
  > print(ascii(json.load(sys.stdin)))'
  [{'key': 0, 'value': {'caf\\xe9': '\x1b[2Jred\n"\'\\', 'text': '\\xff\u202e\x9b\x7f<&>', 'esc': 1}}]
  $ for pin in $'esc\e[31m' $'new\nline' $'caf\xe9'; do
  >     mapctl -j show pinned "$BPFFS/$pin" -o pins | jq -e '.pinned | length == 4'
  > done
  true
  true
  true
  $ m dump pinned "$BPFFS/"$'no\e[2Jsuch\npin'
  mapctl: BPFFS/no\x1b[2Jsuch\x0apin: no such pin
  [1]
  $ m -j dump name $'\e"\xff'
  {"error":"no map has the name \"\u001b\"\\xff\"; 'mapctl list' shows the maps","status":1}
  [1]
