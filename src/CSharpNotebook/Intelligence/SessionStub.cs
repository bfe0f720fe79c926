using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// All declarations of a session that are still visible, as the text of a few pieces of script. A cell that is executed ten thousand
/// times appears once. There is more than one piece only where something visible, such as a variable, is of a type that was
/// declared again since: the old type is then in an earlier piece.
/// </summary>
internal sealed class SessionStub
{
    private readonly Dictionary<string, List<StubDeclaration>> _seen = new(StringComparer.Ordinal);

    // Types that are visible, and hidden types that are still referenced: by name, in order of declaration.
    private Dictionary<string, List<StubDeclaration>> _types = new(StringComparer.Ordinal);
    private int _count;

    // A piece that was replaced is not kept alive.
    private readonly ConditionalWeakTable<CSharpCompilation, object> _taken = [];

    /// <summary>The pieces, the earliest first.</summary>
    /// <param name="head">The last piece of the session; null when there is none.</param>
    public ImmutableArray<string> Pieces(CSharpCompilation? head)
    {
        foreach (CSharpCompilation compilation in Since(head))
        {
            Add(compilation);
        }

        List<StubDeclaration> needed = Needed();
        _types = needed.Where(declaration => declaration.Kind == StubKind.Type).GroupBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return [.. Layers(needed).Select(layer => string.Join(
            '\n', layer.OrderBy(declaration => declaration.Kind == StubKind.Using ? 0 : 1).Select(declaration => declaration.Text)))];
    }

    /// <summary>The pieces added since the last call, in order. They hide the pieces that they replaced.</summary>
    private Stack<CSharpCompilation> Since(CSharpCompilation? head)
    {
        var pieces = new Stack<CSharpCompilation>();
        for (CSharpCompilation? piece = head; piece is not null
            && _taken.TryAdd(piece, piece); piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            pieces.Push(piece);
        }

        return pieces;
    }

    private void Add(CSharpCompilation compilation)
    {
        int piece = ++_count;
        foreach (StubDeclaration declaration in StubText.Declarations(compilation, piece))
        {
            if (!_seen.TryGetValue(declaration.Name, out List<StubDeclaration>? list))
            {
                _seen[declaration.Name] = list = [];
            }
            // It stays at its first position, since types that need it follow there.
            if (declaration.Kind == StubKind.Using && list.Exists(other => other.Text == declaration.Text))
            {
                continue;
            }

            if (declaration.Kind == StubKind.Method)
            {
                list.RemoveAll(other => (other.Kind != StubKind.Method && other.Piece != piece) || other.Key == declaration.Key);
            }
            else
            {
                list.RemoveAll(other => other.Piece != piece || other.Key == declaration.Key);
            }

            list.Add(declaration);
            if (declaration.Kind != StubKind.Type)
            {
                continue;
            }

            if (!_types.TryGetValue(declaration.Name, out List<StubDeclaration>? types))
            {
                _types[declaration.Name] = types = [];
            }

            types.Add(declaration);
        }
    }

    /// <summary>The visible declarations and the hidden types that they refer to, in order.</summary>
    private List<StubDeclaration> Needed()
    {
        var needed = new HashSet<StubDeclaration>(_seen.Values.SelectMany(list => list), ReferenceEqualityComparer.Instance);
        var open = new Queue<StubDeclaration>(needed);
        while (open.TryDequeue(out StubDeclaration? declaration))
        {
            foreach (string name in declaration.Mentions)
            {
                if (!_types.TryGetValue(name, out List<StubDeclaration>? types))
                {
                    continue;
                }

                if (types.FindLast(type => type.Piece <= declaration.Piece) is { } type && needed.Add(type))
                {
                    open.Enqueue(type);
                }
            }
        }
        return [.. needed.OrderBy(declaration => declaration.Piece)];
    }

    /// <summary>The smallest number of pieces in which nothing is declared twice.</summary>
    private static List<List<StubDeclaration>> Layers(List<StubDeclaration> declarations)
    {
        var layers = new List<List<StubDeclaration>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<int, StubDeclaration> piece in declarations.GroupBy(declaration => declaration.Piece))
        {
            if (layers.Count == 0 || piece.Any(declaration => keys.Contains(declaration.Key)))
            {
                layers.Add([]);
                keys.Clear();
            }
            layers[^1].AddRange(piece);
            keys.UnionWith(piece.Select(declaration => declaration.Key));
        }
        return layers;
    }
}
