struct_ops maps: typed by the kernel's own BTF.

  $ animals
  $ needs struct_ops
  $ p lookup struct_ops key 0 | grep -E '^key| state:|name|flags|ssthresh'
  key: 0
          state: BPF_STRUCT_OPS_STATE_INIT
          ssthresh:      -
          name:          ""
          flags:         0
  $ j '.[] | .key, .value.common.state, .value.data.name, .value.data.ssthresh' dump pinned "$BPFFS/struct_ops"
  0
  "BPF_STRUCT_OPS_STATE_INIT"
  ""
  null
  $ p show struct_ops -o type,value
  type:      struct_ops
  value:     struct bpf_struct_ops_tcp_congestion_ops

Its functions are programs, by their names.

  $ needs struct_ops_link
  $ grep struct_ops "$HERE/zoo.log" && exit 80
  [1]
  $ ops() { mapctl "$@" pinned "$BPFFS/struct_ops_link"; }
  $ ops -j dump | jq -c '.[0].value | .common.state, (.data | .name, (.ssthresh, .undo_cwnd, .cong_avoid).name, (.ssthresh | keys), .init)'
  "BPF_STRUCT_OPS_STATE_READY"
  "zoo"
  "zoo_ssthresh"
  "zoo_undo_cwnd"
  "zoo_cong_avoid"
  ["id","name"]
  null
  $ for id in $(ops -j dump | jq '.[0].value.data | .ssthresh.id, .undo_cwnd.id'); do bpftool -j prog show id $id | jq -r '.type, .name'; done
  struct_ops
  zoo_ssthresh
  struct_ops
  zoo_undo_cwnd
  $ ops dump | grep -E 'ssthresh|name|init' | sed 's/([0-9]*)/(ID)/'
          ssthresh: zoo_ssthresh(ID)
          name: "zoo"
          init: -

Without names, the numbers that the kernel gives.

  $ diff <(ops -j --numeric dump | jq -c '.[0].value.data | .ssthresh, .init') <(ops -j dump | jq -c '.[0].value.data | .ssthresh.id, 0')
