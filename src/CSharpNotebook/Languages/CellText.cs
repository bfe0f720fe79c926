using CSharpNotebook.Cells;
using CSharpNotebook.Directives;

namespace CSharpNotebook.Languages;

/// <summary>
/// The language at each position of a cell, for the requests of an editor. In the text of a language, all other text is replaced by
/// spaces, so that positions do not change.
/// </summary>
internal sealed class CellText
{
    private readonly string _cell;

    /// <summary>The language of each line, also of an empty one.</summary>
    private readonly LanguageKind[] _languages;

    /// <summary>Whether each line is text of that language, and not a command or empty.</summary>
    private readonly bool[] _isText;

    private CellText(string cell, LanguageKind[] languages, bool[] isText) => (_cell, _languages, _isText) = (cell, languages, isText);

    /// <summary>Reads a cell.</summary>
    public static CellText Read(string cell)
    {
        string[] lines = cell.Split('\n');
        LanguageKind[] languages = new LanguageKind[lines.Length];
        TextPart?[] owners = new TextPart?[lines.Length];
        try
        {
            // A carriage return does not end a line here, to match the requested positions.
            foreach (TextPart part in CellSplitter.Split(cell.Replace('\r', ' '), LanguageList.CSharp).OfType<TextPart>())
            {
                string[] own = part.Text.Split('\n');
                for (int line = 0; line < own.Length; line++)
                {
                    if (!string.IsNullOrWhiteSpace(own[line]))
                    {
                        owners[line] = part;
                    }
                }
            }
        }
        catch (CellFailedException)
        {
            // An unknown command, perhaps one being typed: everything else is treated as C#.
            Array.Fill(languages, LanguageList.CSharp);
            return new CellText(cell, languages, [.. lines.Select(_ => true)]);
        }

        LanguageKind language = LanguageList.CSharp;
        for (int line = 0; line < lines.Length; line++)
        {
            if (owners[line] is { } part)
            {
                language = part.Language;
            }
            else if (Directive.Read(lines[line]) is { Kind: DirectiveKind.Command } command && LanguageList.Find(command.Value) is { } next)
            {
                language = next;
            }

            languages[line] = language;
        }
        return new CellText(cell, languages, [.. owners.Select(owner => owner is not null)]);
    }

    /// <summary>The language at a position.</summary>
    public LanguageKind LanguageAt(int position) => _languages[_cell.AsSpan(0, position).Count('\n')];

    /// <summary>Whether a position is in a directive to the host.</summary>
    public bool IsDirectiveAt(int position) => Directive.Read(_cell.Split('\n')[_cell.AsSpan(0, position).Count('\n')]) is not null;

    /// <summary>The text of a language; as long as the cell.</summary>
    public string Of(LanguageKind language)
    {
        string[] lines = _cell.Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            if (!_isText[line] || _languages[line] != language)
            {
                lines[line] = new string([.. lines[line].Select(character => character == '\r' ? '\r' : ' ')]);
            }
        }

        string text = string.Join('\n', lines);
        return language == LanguageList.CSharp ? CSharpDirectives.TakeOut(text).Code : text;
    }
}
