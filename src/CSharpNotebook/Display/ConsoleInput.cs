using CSharpNotebook.Cells;

namespace CSharpNotebook.Display;

/// <summary>
/// Replaces <see cref="Console.In"/>: what a cell reads is requested from the user, line by line; what other code in the process reads
/// comes from the original reader.
/// </summary>
internal sealed class ConsoleInput : TextReader
{
    private static readonly Lock InstallLock = new();
    private static TextReader? _installed;

    private readonly TextReader _outside;
    private string _line = "";

    private ConsoleInput(TextReader outside) => _outside = outside;

    /// <summary>Installs it; again when the console's reader has been replaced since.</summary>
    public static void Install()
    {
        lock (InstallLock)
        {
            if (ReferenceEquals(Console.In, _installed))
            {
                return;
            }

            Console.SetIn(new ConsoleInput(Console.In));
            _installed = Console.In;
        }
    }

    public override string? ReadLine()
    {
        if (CellOutputSink.Current is not { } sink)
        {
            return _outside.ReadLine();
        }

        if (_line.Length == 0)
        {
            return sink.Ask("", isPassword: false);
        }

        string rest = _line[..^1];
        _line = "";
        return rest;
    }

    public override int Peek()
    {
        if (CellOutputSink.Current is not { } sink)
        {
            return _outside.Peek();
        }

        if (_line.Length == 0)
        {
            _line = sink.Ask("", isPassword: false) + "\n";
        }

        return _line[0];
    }

    public override int Read()
    {
        if (CellOutputSink.Current is null)
        {
            return _outside.Read();
        }

        int character = Peek();
        _line = _line[1..];
        return character;
    }

    /// <summary>One line, since the end of the user's input is never known.</summary>
    public override string ReadToEnd() => CellOutputSink.Current is null ? _outside.ReadToEnd() : ReadLine() ?? "";
}
