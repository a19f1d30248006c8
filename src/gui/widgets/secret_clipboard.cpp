#include "gui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace heed::gui {
namespace {

constexpr auto keptFor = std::chrono::seconds(30);

QString& copied()
{
    static QString text;
    return text;
}

} // namespace

void copySecret(const QString& secret)
{
    auto* data = new QMimeData;
    data->setText(secret);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QApplication::clipboard()->setMimeData(data);
    copied() = secret;
    QTimer::singleShot(keptFor, qApp, &clearCopiedSecret);
}

void clearCopiedSecret()
{
    auto& text = copied();
    if (!text.isEmpty() && QApplication::clipboard()->text() == text)
        QApplication::clipboard()->clear();
    text.fill(u'\0');
    text.clear();
}

} // namespace heed::gui
