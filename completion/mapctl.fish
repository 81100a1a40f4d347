# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Completion for fish: mapctl completion fish | source
function __mapctl_complete
    set -l words (commandline -opc) (commandline -ct)
    mapctl --complete $words[2..-1] 2>/dev/null
end
complete -c mapctl -f -a '(__mapctl_complete)'
