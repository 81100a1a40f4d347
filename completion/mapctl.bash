# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Completion for bash: source <(mapctl completion bash)
_mapctl()
{
    mapfile -t COMPREPLY < <(mapctl --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # Behind "field=" comes its value.
    [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
}
complete -o default -F _mapctl mapctl
