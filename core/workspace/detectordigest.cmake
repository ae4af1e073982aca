# SPDX-FileCopyrightText: 2026 The Clicksieve authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the header OUTPUT with one digest of the contents of all FILES.
set(digests "")
foreach(file IN LISTS FILES)
    file(SHA256 ${file} digest)
    string(APPEND digests ${digest})
endforeach()
string(SHA256 digest "${digests}")
file(WRITE ${OUTPUT} "#pragma once
namespace clicksieve {
inline constexpr char kDetectorDigest[] = \"${digest}\";
}
")
