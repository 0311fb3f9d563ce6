# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by src/run and tests/run: installs Debian packages that are missing.

# What it takes to build Parallax and to run it.
BUILD_PACKAGES="gcc libc6-dev pkg-config meson ninja-build gettext libgtk-4-dev libadwaita-1-dev
 libarchive-dev libcairo2-dev libpango1.0-dev libpoppler-glib-dev libsqlite3-dev libxml2-dev libjson-glib-dev libunistring-dev libglib2.0-bin libgtk-4-bin
 desktop-file-utils appstream shared-mime-info adwaita-icon-theme librsvg2-common
 fonts-cantarell fonts-noto-core fonts-noto-color-emoji dbus dconf-gsettings-backend"

# A screen for machines that have none.
SCREEN_PACKAGES="xvfb xauth x11-utils imagemagick"

# install_packages PACKAGE...: does nothing where all are there.
install_packages() {
  local missing=() package sudo=""
  command -v dpkg-query >/dev/null || { echo "This is no Debian system. Install the counterparts of: $*" >&2; return 0; }
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Run this as root, or install first: ${missing[*]}" >&2; return 1; }
    sudo="sudo"
  fi
  echo "Installing: ${missing[*]}" >&2
  $sudo apt-get -o DPkg::Lock::Timeout=600 update >&2 &&
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends "${missing[@]}" >&2 ||
    { echo "The packages could not be installed. Check the network and try again." >&2; return 1; }
}
