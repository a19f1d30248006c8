#include "print_queue.h"

#include "help.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace heed::tests {
namespace {

QString outputOf(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    process.waitForFinished();
    INFO(program.toStdString() << ": " << process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

void write(const QString& path, const QString& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

PrintQueue::PrintQueue()
{
    const auto folder = m_folder.path();
    for (const auto* name : {"root", "root/ppd", "spool", "spool/tmp", "cache", "run", "log"})
        REQUIRE(QDir(folder).mkpath(QString::fromLatin1(name)));
    const auto socket = folder + QStringLiteral("/run/cups.sock");
    write(folder + QStringLiteral("/root/cupsd.conf"), QStringLiteral("Listen %1\n"
                                                                      "LogLevel info\n"
                                                                      "Browsing Off\n"
                                                                      "WebInterface No\n"
                                                                      "PreserveJobFiles Yes\n"
                                                                      "<Location />\nOrder allow,deny\nAllow all\n"
                                                                      "</Location>\n"
                                                                      "<Policy default>\n<Limit All>\n"
                                                                      "Order deny,allow\n</Limit>\n</Policy>\n")
                                                           .arg(socket));
    write(folder + QStringLiteral("/root/cups-files.conf"), QStringLiteral("ServerRoot %1/root\n"
                                                                           "RequestRoot %1/spool\n"
                                                                           "TempDir %1/spool/tmp\n"
                                                                           "CacheDir %1/cache\n"
                                                                           "StateDir %1/run\n"
                                                                           "AccessLog %1/log/access\n"
                                                                           "ErrorLog %1/log/error\n"
                                                                           "PageLog %1/log/page\n"
                                                                           "FileDevice Yes\n")
                                                                .arg(folder));
    m_cups.setProcessChannelMode(QProcess::MergedChannels);
    auto program = QStringLiteral("/usr/sbin/cupsd");
    m_cups.start(program, {QStringLiteral("-f"), QStringLiteral("-c"), folder + QStringLiteral("/root/cupsd.conf"),
                           QStringLiteral("-s"), folder + QStringLiteral("/root/cups-files.conf")});
    REQUIRE(m_cups.waitForStarted());
    REQUIRE(waitFor([&] { return QFileInfo::exists(socket) || m_cups.state() == QProcess::NotRunning; }));
    INFO(m_cups.readAll().toStdString());
    REQUIRE(m_cups.state() == QProcess::Running);
    qputenv("CUPS_SERVER", socket.toLocal8Bit());
    outputOf(QStringLiteral("/usr/sbin/lpadmin"), {QStringLiteral("-p"), name(), QStringLiteral("-E"),
                                                   QStringLiteral("-v"), QStringLiteral("file:///dev/null")});
    outputOf(QStringLiteral("/usr/sbin/lpadmin"), {QStringLiteral("-d"), name()});
}

PrintQueue::~PrintQueue()
{
    qunsetenv("CUPS_SERVER");
    m_cups.terminate();
    if (!m_cups.waitForFinished())
        m_cups.kill();
}

QStringList PrintQueue::jobs() const
{
    const QDir spool(m_folder.filePath(QStringLiteral("spool")));
    QStringList files;
    for (const auto& file : spool.entryList({QStringLiteral("d*-001")}, QDir::Files, QDir::Name))
        files << spool.filePath(file);
    return files;
}

QString textOfPdf(const QString& path)
{
    return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

QString infoOfPdf(const QString& path)
{
    return outputOf(QStringLiteral("pdfinfo"), {path});
}

} // namespace heed::tests
