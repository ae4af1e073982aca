// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace clicksieve::tests {

using Parts =
    std::vector<std::pair<std::string, std::string>>; ///< name and content, in the order of the archive

/// The parts as a zip archive; with a password where one is given.
inline std::string zipped(const Parts &parts, const char *password = nullptr)
{
    std::string bytes(std::size_t{1} << 16, '\0');
    for (const auto &[name, content] : parts)
        bytes.resize(bytes.size() + content.size() + 2 * name.size() + 512);
    std::size_t used = 0;
    struct archive *zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_in_last_block(zip, 1);
    if (password != nullptr) {
        archive_write_set_options(zip, "zip:encryption=zipcrypt");
        archive_write_set_passphrase(zip, password);
    }
    archive_write_open_memory(zip, bytes.data(), bytes.size(), &used);
    for (const auto &[name, content] : parts) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_write_header(zip, entry);
        archive_write_data(zip, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    bytes.resize(used);
    return bytes;
}

/// A workbook built from pieces of XML; what is not set is as a spreadsheet program writes it.
struct WorkbookFixture {
    struct SheetXml {
        std::string rows = {}; ///< the inside of sheetData
        std::string name = "Events";
        std::string attributes = {};    ///< further ones, such as state="hidden"
        std::string type = "worksheet"; ///< last word of the relationship's type
        std::string target = {};        ///< of the relationship; empty: worksheets/sheetN.xml
        std::string part = {};          ///< where it lies; empty: xl/worksheets/sheetN.xml
    };

    std::vector<SheetXml> sheets = {};
    std::string strings = {};           ///< the si elements
    std::string numFmts = {};           ///< the numFmt elements
    std::string xfs = {};               ///< the xf elements of cellXfs
    std::string properties = {};        ///< attributes of workbookPr
    Parts others = {};                  ///< added, or instead of the one with the same name
    std::vector<std::string> left = {}; ///< names of parts that are left out
    bool isStrict = false;

    [[nodiscard]] Parts parts() const
    {
        const std::string main = isStrict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                          : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const std::string links = isStrict
                                      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const std::string package = "http://schemas.openxmlformats.org/package/2006/";
        const auto link = [&](const std::string &id, const std::string &type, const std::string &target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + links + "/" + type + "\" Target=\"" + target
                   + "\"/>";
        };

        Parts all;
        std::string listed;
        std::string sheetLinks;
        Parts sheetParts;
        for (std::size_t at = 0; at < sheets.size(); ++at) {
            const SheetXml &sheet = sheets[at];
            const std::string number = std::to_string(at + 1);
            const std::string usual = "worksheets/sheet" + number + ".xml";
            listed += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + number + "\" " + sheet.attributes
                      + " r:id=\"rId" + number + "\"/>";
            sheetLinks += link("rId" + number, sheet.type, sheet.target.empty() ? usual : sheet.target);
            sheetParts.emplace_back(sheet.part.empty() ? "xl/" + usual : sheet.part,
                                    head + "<worksheet xmlns=\"" + main
                                        + "\"><dimension ref=\"A1\"/><sheetData>" + sheet.rows
                                        + "</sheetData><pageMargins left=\"0.7\"/></worksheet>");
        }
        all.emplace_back("[Content_Types].xml",
                         head + "<Types xmlns=\"" + package
                             + "content-types\"><Override PartName=\"/xl/workbook.xml\" "
                               "ContentType=\"application/"
                               "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                               "</Types>");
        all.emplace_back("_rels/.rels", head + "<Relationships xmlns=\"" + package + "relationships\">"
                                            + link("rId1", "officeDocument", "xl/workbook.xml")
                                            + "</Relationships>");
        all.emplace_back("xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + links
                                                + "\"><workbookPr " + properties + "/><sheets>" + listed
                                                + "</sheets></workbook>");
        all.emplace_back("xl/_rels/workbook.xml.rels",
                         head + "<Relationships xmlns=\"" + package + "relationships\">" + sheetLinks
                             + link("rIdA", "styles", "styles.xml")
                             + link("rIdB", "sharedStrings", "sharedStrings.xml") + "</Relationships>");
        all.insert(all.end(), sheetParts.begin(),
                   sheetParts.end()); // before what they refer to, as some write it
        all.emplace_back("xl/styles.xml",
                         head + "<styleSheet xmlns=\"" + main + "\"><numFmts>" + numFmts
                             + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + xfs
                             + "</cellXfs></styleSheet>");
        all.emplace_back("xl/sharedStrings.xml", head + "<sst xmlns=\"" + main + "\">" + strings + "</sst>");
        const auto usual = static_cast<std::ptrdiff_t>(all.size());
        for (const auto &other : others) {
            const auto end = all.begin() + usual;
            const auto same =
                std::find_if(all.begin(), end, [&](const auto &part) { return part.first == other.first; });
            if (same == end)
                all.push_back(other);
            else
                *same = other;
        }
        std::erase_if(all, [this](const auto &part) {
            return std::find(left.begin(), left.end(), part.first) != left.end();
        });
        return all;
    }

    [[nodiscard]] std::string bytes() const { return zipped(parts()); }
};

} // namespace clicksieve::tests
