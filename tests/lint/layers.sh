#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# Each folder of src/ includes only the folders that src/LAYERS allows it, and
# what prints stands at the top.
set -u
cd "$top_srcdir/src" || exit 1
status=0

allowed() { # FOLDER: the folders it may include, itself too
    sed -n "s/^$1:/$1 /p" LAYERS
}

for file in main.c */*.[ch]; do
    case $file in
    uapi/*) continue ;;
    */*) folder=${file%%/*} ;;
    *) folder=main ;;
    esac
    may=" $(allowed "$folder" | tr -s ' ') "
    if [ "$may" = "  " ]; then
        echo "$file: the folder $folder is not in src/LAYERS"
        status=1
        continue
    fi
    while read -r target; do
        case $may in
        *" $target "*) ;;
        *)
            echo "$file: $folder may not include $target/"
            status=1
            ;;
        esac
    done < <(sed -n 's,^#include "\([a-z]*\)/.*,\1,p' "$file" | sort -u)
done

# Only the command line's own layers write to the standard streams.
if grep -nE '\b(printf|puts|putchar|fputs|fprintf|perror) *\(' base/*.c output/*.c kern/*.c \
    codec/*.c map/*.c entry/*.c counter/*.c; then
    echo "a lower layer prints"
    status=1
fi

# What a map type is stands in its row.
if grep -nE 'BPF_MAP_TYPE_[A-Z]' ./*.c ./*/*.[ch] | grep -vE '^\./(uapi/|map/map_types\.c:)'; then
    echo "a map type is asked for by its number"
    status=1
fi
exit $status
