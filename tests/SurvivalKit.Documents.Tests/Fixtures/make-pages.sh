#!/bin/sh
# Prints the invented paper beside this script as PDF files: justified and hyphenated in a wide type, and ragged in a
# narrow one, which is a single page without a running head, as no other page would tell it.
set -e
cd "$(dirname "$0")"
print() { chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf="$1.pdf" "$2"; }
print bread-justified bread.html
sed 's/10pt\/1.25 "DejaVu Serif"/9.5pt\/1.2 "Liberation Serif"/;s/text-align:justify/text-align:left/;s/@top-center{[^}]*}//' bread.html > ragged.html
print bread-ragged ragged.html
rm ragged.html
