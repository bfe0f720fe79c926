using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Security.Cryptography;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>A worker as its runner controls it: started, given cells, monitored, and ended with everything that it started.</summary>
internal sealed partial class WorkerProcess : ICellHost, IAsyncDisposable
{
    private const int LongestError = 65_536;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly NotebookProcessOptions _options;
    private readonly string _name = $"csnb-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
    private readonly string _address;
    private readonly string _mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly NamedPipeServerStream _pipe;
    private readonly WorkerChannel _channel;
    private readonly Process _process;
    private readonly RawOutput _output;
    private readonly RawOutput _error;
    private readonly Stopwatch _running = new();
    private volatile OutputCollector? _recording;
    private volatile bool _isOverMemory;
    private int _execution;
    private int? _exitCall;

    /// <summary>Starts a process, without waiting for it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be started.</exception>
    public WorkerProcess(NotebookProcessOptions options)
    {
        _options = options;
        WorkerCommand command = options.Worker ?? WorkerCommand.OwnProgram;

        // A named pipe and not a pair of inherited handles: those would be inherited by the programs that a cell starts, and keep the
        // connection open.
        _address = WorkerAddress.Create(_name);
        _pipe = new NamedPipeServerStream(
            _address, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        _channel = new WorkerChannel(_pipe);
        try
        {
            _process = Process.Start(StartOf(command))!;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            _channel.Dispose();
            WorkerAddress.Remove(_address);
            throw new InvalidOperationException(
                $"The program {command.FileName}, which was to run the notebook, cannot be started: {exception.Message}", exception);
        }
        _process.StandardInput.Close();
        _output = new RawOutput(_process.StandardOutput.BaseStream, _mark, text => _recording?.WriteRaw("stdout", text), limit: 0);
        _error = new RawOutput(_process.StandardError.BaseStream, _mark, listener: null, LongestError);
        if (options.MemoryLimit is { } limit)
        {
            _ = WatchMemoryAsync(limit);
        }
    }

    /// <summary>Waits until the process can take cells, and sends it the settings for all cells.</summary>
    /// <returns>Why it cannot; null when it can.</returns>
    public async Task<CellFailure?> ReadyAsync(NotebookRunOptions options, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (_options.StartTimeout is { } timeout)
        {
            deadline.CancelAfter(timeout);
        }

        try
        {
            Task connected = _pipe.WaitForConnectionAsync(deadline.Token);
            await Task.WhenAny(connected, _process.WaitForExitAsync(deadline.Token)).ConfigureAwait(false);
            deadline.Token.ThrowIfCancellationRequested();
            if (!connected.IsCompletedSuccessfully)
            {
                return await NotReadyAsync().ConfigureAwait(false);
            }

            if ((await _channel.ReceiveAsync(deadline.Token).ConfigureAwait(false))?.Kind != WorkerMessageKind.Ready)
            {
                return await NotReadyAsync().ConfigureAwait(false);
            }

            _channel.Send(new WorkerMessage(WorkerMessageKind.Start)
            {
                Text = options.WorkingDirectory,
                Name = _mark,
                Limit = options.OutputLimit,
                Preview = options.PreviewLanguage,
            });
            _running.Start();
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimedOut("StartTimeout", "The process that was to run the notebook", _options.StartTimeout!.Value);
        }
        catch (IOException)
        {
            return await NotReadyAsync().ConfigureAwait(false);
        }
    }

    public async Task<CellReply> ExecuteAsync(
        string source, string? language, OutputCollector recording, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan? left = _options.TotalTimeout - _running.Elapsed;
        TimeSpan? allowed = left is { } rest && !(_options.CellTimeout < rest) ? rest : _options.CellTimeout;
        if (allowed is { } time)
        {
            deadline.CancelAfter(time > TimeSpan.Zero ? time : TimeSpan.Zero);
        }

        int execution = ++_execution;
        _recording = recording;
        try
        {
            _channel.Send(new WorkerMessage(WorkerMessageKind.Execute) { Execution = execution, Name = language, Text = source });
            while (await _channel.ReceiveAsync(deadline.Token).ConfigureAwait(false) is { } message)
            {
                if (message.Kind == WorkerMessageKind.Exit)
                {
                    _exitCall = message.Count;
                }
                else if (message.Execution != execution && message.Kind != WorkerMessageKind.Update)
                {
                    continue;
                }
                else if (message.Kind == WorkerMessageKind.Done)
                {
                    return await DoneAsync(message, execution, recording).ConfigureAwait(false);
                }
                else
                {
                    Record(message, recording);
                }
            }
            return await DiedAsync(recording).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return await DiedAsync(recording).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Killed immediately, since the user who interrupts a run waits for its end.
            Kill();
            cancellationToken.ThrowIfCancellationRequested();
            CellFailure failure = allowed == _options.CellTimeout
                ? TimedOut("CellTimeout", "The cell", _options.CellTimeout!.Value)
                : TimedOut("TotalTimeout", "The notebook", _options.TotalTimeout!.Value);
            recording.Show(failure.ToOutput(), displayId: null);
            return new CellReply(null, failure, IsAlive: false);
        }
        finally
        {
            _recording = null;
        }
    }

    private static void Record(WorkerMessage message, OutputCollector recording)
    {
        switch (message)
        {
            case { Kind: WorkerMessageKind.Write, Name: { } name, Text: { } text }:
                recording.Write(name, text);
                break;
            case { Kind: WorkerMessageKind.Show, Output: { } output }:
                recording.Show(Format.NotebookReader.ReadOutput(output), message.DisplayId);
                break;
            case { Kind: WorkerMessageKind.Update, Output: { } output, DisplayId: { } id } when Format.NotebookReader.ReadOutput(
                output) is Format.DisplayDataOutput display:
                recording.Update(id, display);
                break;
            case { Kind: WorkerMessageKind.Clear }:
                recording.Clear(wait: message.Name is not null);
                break;
        }
    }

    private async Task<CellReply> DoneAsync(WorkerMessage done, int execution, OutputCollector recording)
    {
        await Task.WhenAll(_output.UntilAsync(execution, Patience), _error.UntilAsync(execution, Patience)).ConfigureAwait(false);
        recording.WriteRaw("stderr", _error.Take());
        CellFailure? failure = done.Failure?.ToFailure();
        if (failure is { Name: "System.OutOfMemoryException" } && _options.MemoryLimit is { } limit)
        {
            failure = failure with { Message = LastWords.OverMemory(limit) };
        }

        return new CellReply(done.Count, failure);
    }

    private ProcessStartInfo StartOf(WorkerCommand command)
    {
        var start = new ProcessStartInfo(command.FileName)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in command.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add(NotebookWorker.Argument);
        start.ArgumentList.Add(_address);
        start.Environment[LeftoverProcesses.Variable] = _name;

        // A worker runs too briefly for profile-guided optimisation to pay off.
        start.Environment.TryAdd("DOTNET_TieredPGO", "0");
        if (_options.MemoryLimit is { } limit)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        }

        return start;
    }

    private static CellFailure TimedOut(string name, string who, TimeSpan time)
    {
        string message =
            string.Create(CultureInfo.InvariantCulture, $"{who} took longer than {time.TotalSeconds:0.###} s, and was stopped.");
        return new CellFailure(CellFailureKind.Timeout, name, message) { Traceback = [message] };
    }
}
