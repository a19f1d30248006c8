#include "report/qr.h"

#include <qrencode.h>

#include <memory>

namespace heed::report {

QrCode qrCode(const QString& text)
{
    const auto bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code)
        return {};
    QrCode result{code->width, {}};
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    result.dark.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        result.dark.push_back((code->data[i] & 1U) != 0);
    return result;
}

} // namespace heed::report
