; The setup program. installers/windows/setup.py says what is packed, from where and to where:
;   makensis -DVERSION=1.2.3 -DPAYLOAD=folder -DOUT=setup.exe -DICON=icon.ico session-tag-wizard.nsi

Unicode true
SetCompressor /SOLID lzma
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user

!include "MUI2.nsh"

!define NAME "Session Tag Wizard"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SessionTagWizard"
!define KIND "SessionTagWizard.Plan"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
; Without an administrator, for one person: the folder that Windows names for that.
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}, setup"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Japanese"

Section "-program"
    ; An upgrade first removes the older program, and never a person's settings or plans.
    ReadRegStr $0 HKCU "${KEY}" "InstallLocation"
    StrCmp $0 "" fresh
    IfFileExists "$0\uninstall.exe" 0 fresh
    ExecWait '"$0\uninstall.exe" /S _?=$0'
    fresh:

    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\session-tag-wizard-app.exe"

    WriteRegStr HKCU "Software\Classes\.session-tags.yaml" "" "${KIND}"
    WriteRegStr HKCU "Software\Classes\${KIND}" "" "Session tag plan"
    WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\session-tag-wizard-app.exe,0"
    WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\session-tag-wizard-app.exe" "%1"'
    ; Windows knows the last ending of a name only: for .yaml the program is one of those to choose from.
    WriteRegStr HKCU "Software\Classes\.yaml\OpenWithProgids" "${KIND}" ""

    WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\session-tag-wizard.exe" "" "$INSTDIR\session-tag-wizard.exe"

    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\session-tag-wizard-app.exe"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
    ; The program's own files and folders by name: the folder may be one that a person chose, with other things in it.
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\session-tag-wizard.exe"
    Delete "$INSTDIR\session-tag-wizard-app.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKCU "Software\Classes\.session-tags.yaml"
    DeleteRegKey HKCU "Software\Classes\${KIND}"
    DeleteRegValue HKCU "Software\Classes\.yaml\OpenWithProgids" "${KIND}"
    DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\session-tag-wizard.exe"
    DeleteRegKey HKCU "${KEY}"
SectionEnd
