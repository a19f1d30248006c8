#include "gui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPointer>
#include <QTimer>

namespace heed::gui {
namespace {

QString& copied()
{
    static QString text;
    return text;
}

QTimer& timer()
{
    static auto* one = [] {
        auto* made = new QTimer(qApp);
        made->setSingleShot(true);
        made->setObjectName(QStringLiteral("secretClipboardTimer"));
        made->setTimerType(Qt::PreciseTimer); // another may come three seconds later
        QObject::connect(made, &QTimer::timeout, qApp, &clearCopiedSecret);
        return made;
    }();
    return *one;
}

} // namespace

void copySecret(const QString& secret, std::chrono::seconds keptFor)
{
    auto* data = new QMimeData;
    data->setText(secret);
    // What clipboard histories look for: of KDE and its kin, of Windows (by its own format's name) and of macOS.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    data->setData(QStringLiteral("application/x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    data->setData(
        QStringLiteral("application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""),
        QByteArrayLiteral("1"));
    data->setData(QStringLiteral("application/x-nspasteboard-concealed-type"), QByteArrayLiteral("secret"));
    QApplication::clipboard()->setMimeData(data);
    copied() = secret;
    timer().start(keptFor);
}

void clearCopiedSecret()
{
    timer().stop();
    auto& text = copied();
    if (!text.isEmpty() && QApplication::clipboard()->text() == text)
        QApplication::clipboard()->clear();
    text.fill(u'\0');
    text.clear();
}

} // namespace heed::gui
