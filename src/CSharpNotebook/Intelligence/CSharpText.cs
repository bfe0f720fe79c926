using CSharpNotebook.Engine;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Intelligence;

/// <summary>The C# of a cell that may hold other languages and commands. What is not C# is spaces in it, so that places stay what they are.</summary>
internal sealed class CSharpText
{
    private readonly string _cell;

    /// <summary>Of each line, whether C# is written there.</summary>
    private readonly bool[] _isCSharp;

    private CSharpText(string cell, string code, bool[] isCSharp)
    {
        _cell = cell;
        Code = code;
        _isCSharp = isCSharp;
    }

    /// <summary>The C#; as long as the cell.</summary>
    public string Code { get; }

    /// <summary>Whether what is added at the end of the cell is C#.</summary>
    public bool EndsInCSharp => _isCSharp[^1];

    /// <summary>Reads a cell.</summary>
    public static CSharpText Of(string cell)
    {
        string[] lines = cell.Split('\n');
        TextPart?[] owners = new TextPart?[lines.Length];
        try
        {
            // A carriage return is no line of its own here, as it is none in the places that are asked about.
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
            // A command that is not known, perhaps because it is being written: all else is taken for C#.
            return new CSharpText(cell, CellDirectives.Read(cell).Code, [.. lines.Select(_ => true)]);
        }

        bool[] isCSharp = new bool[lines.Length];
        LanguageKind language = LanguageList.CSharp;
        for (int line = 0; line < lines.Length; line++)
        {
            string text = lines[line].Trim();
            if (owners[line] is { } part)
            {
                language = part.Language;
            }
            else if (text.StartsWith("#!", StringComparison.Ordinal) && LanguageList.Find(CommandLine.Parse(text).Name) is { } next)
            {
                language = next;
            }

            isCSharp[line] = language == LanguageList.CSharp;
            if (owners[line]?.Language != LanguageList.CSharp)
            {
                lines[line] = new string([.. lines[line].Select(character => character == '\r' ? '\r' : ' ')]);
            }
        }
        return new CSharpText(cell, CellDirectives.Read(string.Join('\n', lines)).Code, isCSharp);
    }

    /// <summary>Whether a place is in C#, or in a line that could be.</summary>
    public bool IsCSharpAt(int position) => _isCSharp[_cell.AsSpan(0, position).Count('\n')];
}
