#pragma once

#include <QString>

#include <vector>

namespace heed::report {

/// The dark modules of a QR code, row by row.
struct QrCode {
    int side = 0;
    std::vector<bool> dark;

    bool at(int row, int column) const
    {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column)];
    }
};

/// Nothing (side 0) if the text is too long for a QR code.
QrCode qrCode(const QString& text);

} // namespace heed::report
