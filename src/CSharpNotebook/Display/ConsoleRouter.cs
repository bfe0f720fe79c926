using System.Text;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Display;

/// <summary>
/// Replaces <see cref="Console.Out"/> or <see cref="Console.Error"/>: what a cell writes goes to the cell, what other code in
/// the process writes goes to the original writer.
/// </summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static readonly Lock InstallLock = new();
    private static TextWriter? _installedOut;
    private static TextWriter? _installedError;

    private readonly string _name;
    private readonly TextWriter _outside;

    private ConsoleRouter(string name, TextWriter outside) : base(outside.FormatProvider)
    {
        _name = name;
        _outside = outside;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _outside.Encoding;

    /// <summary>
    /// Installs the routers and <see cref="ConsoleInput"/>; again when the console's writers have been replaced since.
    /// </summary>
    public static void Install()
    {
        ConsoleInput.Install();
        lock (InstallLock)
        {
            if (!ReferenceEquals(Console.Out, _installedOut))
            {
                Console.SetOut(new ConsoleRouter("stdout", Console.Out));
                _installedOut = Console.Out;
            }
            if (!ReferenceEquals(Console.Error, _installedError))
            {
                Console.SetError(new ConsoleRouter("stderr", Console.Error));
                _installedError = Console.Error;
            }
        }
    }

    public override void Write(char value)
    {
        if (CellOutputSink.Current is { } sink)
        {
            sink.Write(_name, [value]);
        }
        else
        {
            _outside.Write(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CellOutputSink.Current is { } sink)
        {
            sink.Write(_name, buffer);
        }
        else
        {
            _outside.Write(buffer);
        }
    }

    public override void WriteLine(string? value)
    {
        if (CellOutputSink.Current is { } sink)
        {
            sink.Write(_name, value + "\n");
        }
        else
        {
            _outside.WriteLine(value);
        }
    }

    public override void Flush()
    {
        if (CellOutputSink.Current is null)
        {
            _outside.Flush();
        }
    }
}
