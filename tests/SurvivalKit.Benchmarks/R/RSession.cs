using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SurvivalKit.Benchmarks;

/// <summary>One R process with <c>survival</c> that evaluates expressions until it is disposed of; its working directory is a temporary
/// folder that is then deleted.</summary>
internal sealed class RSession : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly StringBuilder _problems = new();

    private RSession(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_problems)
            {
                _problems.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>R's name for itself, <c>R version 4.2.2 (2022-10-31)</c>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The version of the package <c>survival</c>.</summary>
    public string SurvivalVersion { get; private set; } = "";

    /// <summary>Starts R.</summary>
    /// <param name="program">The program that runs R scripts.</param>
    /// <returns>The session; <see langword="null"/> where there is no such program on the path, or it has no <c>survival</c>.</returns>
    public static RSession? TryStart(string program = "Rscript")
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("survivalkit-peers-");
        try
        {
            string script = Path.Combine(folder.FullName, "session.R");
            using (Stream source = typeof(RSession).Assembly.GetManifestResourceStream("session.R")!)
            using (FileStream target = File.Create(script))
            {
                source.CopyTo(target);
            }

            var start = new ProcessStartInfo(program, ["--vanilla", script])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var session = new RSession(Process.Start(start)!, folder);
            if (session._process.StandardOutput.ReadLine()?.Split('\t') is ["ready", var version, var survival])
            {
                session.Version = version;
                session.SurvivalVersion = survival;
                return session;
            }

            session.Dispose();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            folder.Delete(recursive: true);
            return null;
        }
    }

    /// <summary>Writes numbers where an expression can read them, as <c>read_doubles("name", n)</c> or
    /// <c>read_integers("name", n)</c>.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="values">Doubles or 32-bit integers.</param>
    public void Write<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        using FileStream file = File.Create(Path.Combine(_folder.FullName, name));
        const int Piece = 1 << 20;
        for (int from = 0; from < values.Length; from += Piece)
        {
            file.Write(MemoryMarshal.AsBytes(values.Slice(from, Math.Min(Piece, values.Length - from))));
        }
    }

    /// <summary>Deletes what <see cref="Write"/> wrote.</summary>
    public void Forget(string name) => File.Delete(Path.Combine(_folder.FullName, name));

    /// <summary>The numbers of an expression's value, exact to the last bit.</summary>
    /// <param name="expression">An R expression in one line.</param>
    /// <exception cref="RException">R could not evaluate it, or ended.</exception>
    public double[] Evaluate(string expression)
    {
        switch (Ask(expression)?.Split('\t', 2))
        {
            case ["ok", var length]:
                var values = new double[int.Parse(length, CultureInfo.InvariantCulture)];
                using (FileStream file = File.OpenRead(Path.Combine(_folder.FullName, "answer")))
                {
                    file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
                }

                return values;
            case ["error", var problem]:
                throw new RException($"R could not evaluate {expression}: {problem}");
            default:
                _process.WaitForExit();
                lock (_problems)
                {
                    throw new RException($"R ended at {expression}: {_problems.ToString().Trim()}");
                }
        }
    }

    private string? Ask(string expression)
    {
        try
        {
            _process.StandardInput.WriteLine(expression);
            _process.StandardInput.Flush();
            return _process.StandardOutput.ReadLine();
        }
        catch (IOException)
        {
            // The pipe is broken: nobody reads any more.
            return null;
        }
    }

    /// <summary>Ends R and deletes its folder.</summary>
    public void Dispose()
    {
        try
        {
            // R reads no further line when its input ends; one that is busy is not waited for.
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(2)))
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }
        finally
        {
            _process.Dispose();
            _folder.Delete(recursive: true);
        }
    }
}
