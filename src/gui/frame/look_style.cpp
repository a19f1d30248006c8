#include "gui/frame/look_style.h"
#include "gui/frame/look.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace heed::gui {
namespace {

void drawRing(QPainter* painter, const QRect& rect)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours().focus, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3);
    painter->restore();
}

/// Fusion's own outlines are too faint to find a field by, and in high contrast they are black upon black.
void drawEdge(QPainter* painter, const QRect& rect, bool isRound = false)
{
    const auto edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const auto corner = isRound ? edge.height() / 2 : 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colours().edge, isRound ? 1.5 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(edge, corner, corner);
    painter->restore();
}

bool hasFocus(const QStyleOption* option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
}

void drawEdgeOrRing(QPainter* painter, const QStyleOption* option)
{
    if (hasFocus(option))
        drawRing(painter, option->rect);
    else
        drawEdge(painter, option->rect);
}

/// A field by itself, not the inside of a spin box or a combo box.
bool standsAlone(const QWidget* widget)
{
    const auto* parent = widget ? widget->parentWidget() : nullptr;
    return widget && widget->inherits("QLineEdit") &&
           !(parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox")));
}

} // namespace

LookStyle::LookStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void LookStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // An editor repaints only its text when the focus comes; its ring is on the frame.
    if (qobject_cast<QAbstractScrollArea*>(widget))
        widget->installEventFilter(this);
    // Number and date fields ask for less than the others beside them.
    if (widget->inherits("QAbstractSpinBox"))
        widget->setMinimumHeight(em(2.1));
}

bool LookStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        static_cast<QWidget*>(watched)->update();
    return false;
}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    if (element == PE_FrameFocusRect) {
        drawRing(painter, option->rect);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelLineEdit && standsAlone(widget))
        drawEdgeOrRing(painter, option);
    else if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        drawEdge(painter, option->rect, element == PE_IndicatorRadioButton);
}

void LookStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element != CE_ShapedFrame || !qobject_cast<const QAbstractScrollArea*>(widget))
        return;
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame && frame->frameShape != QFrame::NoFrame)
        drawEdgeOrRing(painter, option);
}

void LookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox)
        drawEdgeOrRing(painter, option);
}

QSize LookStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    auto answer = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: answer.setHeight(std::max(answer.height(), em(2.1))); break;
    case CT_ItemViewItem: answer.setHeight(answer.height() + em(0.35)); break;
    case CT_CheckBox:
    case CT_RadioButton: answer.setHeight(std::max(answer.height(), em(1.7))); break;
    case CT_HeaderSection:
    case CT_TabBarTab: answer += QSize(em(0.6), em(0.5)); break;
    default: break;
    }
    return answer;
}

QRect LookStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    auto rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        rect.adjust(em(0.25), 0, -em(0.25), 0);
    return rect;
}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: return 2;
    case PM_LayoutHorizontalSpacing: return em(0.7);
    case PM_LayoutVerticalSpacing: return em(0.6);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return em(0.8);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return em(1.05);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return em(0.5);
    case PM_ScrollBarExtent: return std::max(em(0.85), QProxyStyle::pixelMetric(metric, option, widget));
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    // Characters of a password never show, not for a moment.
    if (hint == SH_LineEdit_PasswordMaskDelay)
        return 0;
    if (hint == SH_FormLayoutWrapPolicy)
        return 1; // QFormLayout::WrapLongRows
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace heed::gui
