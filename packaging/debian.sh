#!/usr/bin/env bash
# Make a Debian package of the bundle: debian.sh BUNDLE TARGETFOLDER. Needs dpkg-deb, no root.
set -euo pipefail
bundle=$1 target=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$here/../leghorn_bench/__init__.py")
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT

install -d "$tree/opt" "$tree/usr/bin" "$tree/DEBIAN"
cp -a "$bundle" "$tree/opt/leghorn-bench"
ln -s /opt/leghorn-bench/leghorn-bench "$tree/usr/bin/leghorn-bench"
install -Dm644 "$here/linux/leghorn-bench.desktop" "$tree/usr/share/applications/leghorn-bench.desktop"
install -Dm644 "$here/linux/60-leghorn-bench.rules" "$tree/usr/lib/udev/rules.d/60-leghorn-bench.rules"
install -Dm644 "$here/../resources/brand/leghorn-bench.svg" \
    "$tree/usr/share/icons/hicolor/scalable/apps/leghorn-bench.svg"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: leghorn-bench
Version: $version
Architecture: $architecture
Maintainer: LeghornGroup support <support@leghorngroup.com>
Section: misc
Priority: optional
Installed-Size: $(du -ks "$tree" | cut -f1)
Depends: libc6 (>= 2.34), libegl1, libgl1, libfontconfig1, libdbus-1-3, libxkbcommon0, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xkb1
Recommends: cups-client, udev
Description: repair bench for electronic seals
 Scan a device that came back, know its warranty, record what was found, and
 print the quote, the replacement slip and the transport document.
CONTROL
cat >"$tree/DEBIAN/postinst" <<'SCRIPT'
#!/bin/sh
set -e
if [ "$1" = configure ] && command -v udevadm >/dev/null; then
    udevadm control --reload || true # no udev in a container
fi
SCRIPT
chmod 755 "$tree/DEBIAN/postinst"
mkdir -p "$target"
dpkg-deb --root-owner-group --build "$tree" "$target/leghorn-bench_${version}_$architecture.deb"
