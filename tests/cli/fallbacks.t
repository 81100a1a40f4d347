Every way to read a map, with the faster ones closed: the result is the same.  Without names: in
a stack trace the program that it was taken in may be gone, and another one be where it was.

  $ live_animals

  $ for pin in "$BPFFS"/*; do
  >     mapctl --format jsonl --numeric dump pinned "$pin" 2>&1 | sort > all
  >     for ways in batch mmap iter batch,iter batch,iter,mmap; do
  >         deny $ways --format jsonl --numeric dump pinned "$pin" > some; sort some | cmp -s <(neutral < all) - ||
  >             echo "$ways: ${pin##*/}"
  >     done
  >     wc -l < all >> compared
  > done
  $ awk '{ n += $1 } END { print (NR > 50), (n > 60) }' compared
  1 1

Also with thousands of entries, where buffers have to be filled again.

  $ b map create "$BPFFS/large" type hash key 4 value 4 entries 3000 name "${PREFIX}large"
  $ b map create "$BPFFS/trie" type lpm_trie key 8 value 4 entries 3000 name "${PREFIX}trie" flags 1
  $ b map create "$BPFFS/row" type array key 4 value 4 entries 3000 name "${PREFIX}row"
  $ for ((i = 0; i < 3000; i++)); do
  >     key="$((i % 256)) $((i / 256))"
  >     echo "map update pinned $BPFFS/large key $key 0 0 value 1 0 0 0"
  >     echo "map update pinned $BPFFS/trie key 32 0 0 0 $key 0 0 value 1 0 0 0"
  > done > many
  $ bpftool batch file many
  processed 6000 commands
  $ for map in large trie row; do
  >     for ways in none batch mmap iter batch,iter; do
  >         deny $ways --format jsonl dump pinned "$BPFFS/$map" > dumped
  >         echo "$map: $(wc -l < dumped), $(sort -u dumped | wc -l) different"
  >     done | uniq
  > done
  large: 3000, 3000 different
  trie: 3000, 3000 different
  row: 3000, 3000 different

What is known of maps, without iterators.

  $ diff <(mapctl -j list -o id,type,name,key,value,max,pins | jq -c '.[]' | grep "$BPFFS" | neutral) \
  >     <(deny iter -j list -o id,type,name,key,value,max,pins | jq -Rc 'gsub(":ID"; ":0") | fromjson | .[]' |
  >         grep BPFFS | sed -E 's/"(id|btf_id)":0/"\1":ID/')
  $ deny iter show pinned "$BPFFS/hash" -o used,max
  max:       16
  $ deny iter show pinned "$BPFFS/hash" -o used,max --count
  used:      3
  max:       16

One entry: there is one way only, and it stays.

  $ deny batch,iter,mmap lookup pinned "$BPFFS/hash" key 2
  key:   2
  value: 20

The mapctl that is installed does not know of all this.

  $ MAPCTL_DENY=batch,iter,mmap m show pinned "$BPFFS/lru_hash" -o pins
  pins:      BPFFS/lru_hash
