using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace SurvivalKit.Sources;

/// <summary>Finds the cells of a sheet whose formula has an error, such as <c>#DIV/0!</c>: the reader of workbooks gives them as
/// empty.</summary>
internal static class FormulaErrors
{
    /// <summary>The places of the cells, as <c>B5</c>; none in a workbook of the older format (.xls).</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="sheet">The name of the sheet.</param>
    public static List<string> Find(Stream stream, string sheet)
    {
        stream.Position = 0;
        bool isZip = stream.ReadByte() == 'P' && stream.ReadByte() == 'K';
        stream.Position = 0;
        if (!isZip)
        {
            return [];
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        string? id = Load(zip, "xl/workbook.xml")?.Descendants()
            .FirstOrDefault(node => node.Name.LocalName == "sheet" && (string?)node.Attribute("name") == sheet)?
            .Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0)?.Value;
        string? target = (string?)Load(zip, "xl/_rels/workbook.xml.rels")?.Descendants()
            .FirstOrDefault(node => (string?)node.Attribute("Id") == id)?.Attribute("Target");
        return target is not null && zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } entry ? Errors(entry) : [];
    }

    private static List<string> Errors(ZipArchiveEntry entry)
    {
        List<string> places = [];
        using Stream content = entry.Open();
        using var cells = XmlReader.Create(content);
        while (cells.Read())
        {
            if (cells is { NodeType: XmlNodeType.Element, LocalName: "c" } && cells.GetAttribute("t") == "e")
            {
                places.Add(cells.GetAttribute("r") ?? "?");
            }
        }

        return places;
    }

    private static XDocument? Load(ZipArchive zip, string name)
    {
        using Stream? content = zip.GetEntry(name)?.Open();
        return content is null ? null : XDocument.Load(content);
    }
}
