#!/bin/sh
# Puts the folder this file lies in under ~/.local, with a command and an entry in the menu. `install.sh --remove` takes them away;
# vaults are never touched.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
app=$HOME/.local/opt/vitalshift
command_link=$HOME/.local/bin/vitalshift
entry=$data/applications/vitalshift.desktop

rm -rf "$app"
rm -f "$command_link" "$entry"
if [ "${1:-}" = --remove ]; then
    rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/vitalshift.desktop"
    exit 0
fi

mkdir -p "$(dirname "$app")" "$(dirname "$command_link")" "$(dirname "$entry")"
cp -a "$here" "$app"
ln -s "$app/vitalshift" "$command_link"
sed "s|^Exec=.*|Exec=\"$app/vitalshift\"|" "$here/vitalshift.desktop" > "$entry"
printf 'VitalShift is installed. Start it from the menu, or with %s\n' "$command_link"
