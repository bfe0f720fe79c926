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
        string Heading(int level, double factor) => Style(
            $"Heading{level}",
            $"heading {level}",
            $"""<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="{level - 1}"/>""",
            $"""<w:b/><w:sz w:val="{HalfPoints(options.TextSize * factor)}"/>""");
        return $"""
            <w:styles {Names}><w:docDefaults><w:rPrDefault><w:rPr>
            <w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>
            <w:sz w:val="{text}"/><w:szCs w:val="{text}"/><w:lang w:val="en-US"/>
            </w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
            {Style("Title", "Title", "<w:keepNext/>" + Spacing(0, 240), $"""<w:b/><w:sz w:val="{HalfPoints(options.TextSize * 1.8)}"/>""")}
            {Heading(1, 1.4)}{Heading(2, 1.2)}{Heading(3, 1)}
            {Style("Caption", "caption", "<w:keepLines/>" + Spacing(120, 60), "<w:b/>")}
            {Style(TableText, "Table Text", Single(20), $"""<w:sz w:val="{table}"/>""")}
            {Style(TableNote, "Table Note", "<w:keepLines/>" + Single(40), $"""<w:sz w:val="{note}"/>""")}
            {Style(Caution, Caution, "<w:keepNext/><w:keepLines/>" + Spacing(0, 60), "<w:b/>")}
            {Style("Footer", "footer", """<w:jc w:val="center"/>""", $"""<w:sz w:val="{note}"/>""")}
            <w:style w:type="table" w:customStyle="1" w:styleId="{Table}"><w:name w:val="Survival Table"/>
            <w:tblPr><w:tblCellMar>{Side("left")}{Side("right")}</w:tblCellMar></w:tblPr></w:style></w:styles>
            """;
    }

    private static string Side(string name) => $"""<w:{name} w:w="{TableLayout.Padding * 20}" w:type="dxa"/>""";

    private static string Spacing(int before, int after) => $"""<w:spacing w:before="{before}" w:after="{after}"/>""";

    private static string Single(int before) => $"""<w:spacing w:before="{before}" w:after="20" w:line="240" w:lineRule="auto"/>""";

    private static string Style(string id, string name, string paragraph, string run)
    {
        string own = id is TableText or TableNote or Caution ? """ w:customStyle="1" """ : " ";
        string next = id is TableText or TableNote or "Footer" ? "" : """<w:next w:val="Normal"/>""";
        return $"""
            <w:style w:type="paragraph"{own}w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{next}<w:qFormat/>
            <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>
            """;
    }
}
