using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Intelligence;

/// <summary>The XML documentation of a symbol, as sections to read.</summary>
internal sealed class DocumentationComment
{
    private const int MostBases = 10;

    private readonly XElement _member;

    private DocumentationComment(XElement member) => _member = member;

    /// <summary>Finds the documentation of a symbol, inherited where declared so.</summary>
    public static DocumentationComment? Read(ISymbol symbol, Compilation compilation, CancellationToken token)
    {
        ISymbol? source = symbol is IMethodSymbol { ReducedFrom: { } whole } ? whole : symbol;
        for (int bases = 0; source is not null && bases < MostBases; bases++)
        {
            source = source.OriginalDefinition;
            XElement? member = Parse(source.GetDocumentationCommentXml(cancellationToken: token));
            // A record or a class with parameters documents them at its name.
            if (member is null && source is IMethodSymbol { MethodKind: MethodKind.Constructor })
            {
                member = Parse(source.ContainingType.GetDocumentationCommentXml(cancellationToken: token));
            }

            if (member?.Element("inheritdoc") is not { } inherited)
            {
                return member is null ? null : new DocumentationComment(member);
            }

            source = inherited.Attribute("cref") is { } reference
                ? DocumentationCommentId.GetFirstSymbolForDeclarationId(reference.Value, compilation)
                : Base(source);
        }
        return null;
    }

    /// <summary>Summary, parameters, result and exceptions, with all detail also remarks and examples; those that exist.</summary>
    public ImmutableArray<string> Sections(InspectionDetail detail, bool isMarkdown)
    {
        var sections = ImmutableArray.CreateBuilder<string>();
        Add("", Texts("summary"));
        Add("Type parameters", Named("typeparam"));
        Add("Parameters", Named("param"));
        Add("Returns", Texts("returns"));
        Add("Value", Texts("value"));
        Add("Exceptions", _member.Elements("exception")
            .Select(element => Item(DocumentationText.ShortName(element.Attribute("cref")?.Value ?? ""), element)));
        if (detail == InspectionDetail.Full)
        {
            Add("Remarks", Texts("remarks"));
            Add("Example", Texts("example"));
        }
        return sections.ToImmutable();

        void Add(string title, IEnumerable<string> texts)
        {
            string text = string.Join('\n', texts.Where(text => text.Length > 0));
            if (text.Length == 0)
            {
                return;
            }

            if (title.Length == 0)
            {
                sections.Add(text);
            }
            else if (isMarkdown)
            {
                sections.Add($"**{title}**\n\n{text}");
            }
            else
            {
                sections.Add($"{title}\n  {text.ReplaceLineEndings("\n  ")}");
            }
        }

        IEnumerable<string> Texts(string name) => _member.Elements(name).Select(element => DocumentationText.Write(element, isMarkdown));

        IEnumerable<string> Named(string name) =>
            _member.Elements(name).Select(element => Item(element.Attribute("name")?.Value ?? "", element));

        string Item(string name, XElement element) =>
            isMarkdown
                ? $"- `{name}`: {DocumentationText.Write(element, isMarkdown)}"
                : $"{name}: {DocumentationText.Write(element, isMarkdown)}";
    }

    private static XElement? Parse(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
        {
            return null;
        }

        try
        {
            XElement element = XElement.Parse($"<member>{xml}</member>", LoadOptions.PreserveWhitespace);
            return element.Element("member") ?? element;
        }
        catch (XmlException)
        {
            // Roslyn replaces malformed XML by a comment, but a file beside an assembly can contain anything.
            return null;
        }
    }

    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IEventSymbol { OverriddenEvent: { } overridden } => overridden,
        INamedTypeSymbol type =>
            type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(type => type.GetMembers(symbol.Name))
            .FirstOrDefault(member =>
                SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };
}
