using System.Globalization;
using System.Security;

namespace SurvivalKit.Documents;

/// <summary>The styles of a report: those that Word names itself, so that a template can take its place, and a few for tables.</summary>
internal static class StylePart
{
    public const string Table = "SurvivalTable";
    public const string TableText = "TableText";
    public const string TableNote = "TableNote";
    public const string Caution = "Caution";
    public const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// <summary>A size of letters in the unit of WordprocessingML.</summary>
    public static string HalfPoints(double points) => Math.Round(2 * points).ToString(CultureInfo.InvariantCulture);

    public static string Xml(WordReportOptions options)
    {
        string font = SecurityElement.Escape(WordText.Clean(options.Font));
        string text = HalfPoints(options.TextSize);
        string table = HalfPoints(options.TableSize);
        string note = HalfPoints(Math.Max(6, options.TableSize - 1));
        string Heading(int level, double factor) =>
            Style($"Heading{level}", $"heading {level}", "Normal", $"<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"{level - 1}\"/>",
                $"<w:b/><w:sz w:val=\"{HalfPoints(options.TextSize * factor)}\"/>", next: "Normal");
        return $"<w:styles {Names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" "
            + $"w:cs=\"{font}\"/><w:sz w:val=\"{text}\"/><w:szCs w:val=\"{text}\"/><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
            + Style("Title", "Title", "Normal", "<w:keepNext/><w:spacing w:after=\"240\"/>", $"<w:b/><w:sz w:val=\"{HalfPoints(options.TextSize * 1.8)}\"/>", "Normal")
            + Heading(1, 1.4) + Heading(2, 1.2) + Heading(3, 1)
            + Style("Caption", "caption", "Normal", "<w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/>", "<w:b/>", "Normal")
            + Style(TableText, "Table Text", "Normal", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:sz w:val=\"{table}\"/>")
            + Style(TableNote, "Table Note", "Normal", "<w:keepLines/><w:spacing w:before=\"40\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", $"<w:sz w:val=\"{note}\"/>")
            + Style(Caution, "Caution", "Normal", "<w:keepNext/><w:keepLines/><w:spacing w:after=\"60\"/>", "<w:b/>")
            + Style("Footer", "footer", "Normal", "<w:jc w:val=\"center\"/>", $"<w:sz w:val=\"{note}\"/>")
            + $"<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"{Table}\"><w:name w:val=\"Survival Table\"/><w:tblPr><w:tblCellMar>"
            + Side("left") + Side("right") + "</w:tblCellMar></w:tblPr></w:style></w:styles>";
    }

    private static string Side(string name) => $"<w:{name} w:w=\"{TableLayout.Padding * 20}\" w:type=\"dxa\"/>";

    private static string Style(string id, string name, string basis, string paragraph, string run, string? next = null) =>
        $"<w:style w:type=\"paragraph\"{(name.StartsWith("Table", StringComparison.Ordinal) || id == Caution ? " w:customStyle=\"1\"" : "")} "
        + $"w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{basis}\"/>{(next is null ? "" : $"<w:next w:val=\"{next}\"/>")}<w:qFormat/>"
        + $"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
