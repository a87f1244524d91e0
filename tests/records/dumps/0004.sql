BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE bouts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	player_id INTEGER, 
	machine VARCHAR(100) NOT NULL, 
	exercise VARCHAR(60) NOT NULL, 
	setup VARCHAR(60) NOT NULL, 
	level INTEGER NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	assistance VARCHAR(10) NOT NULL, 
	modifier VARCHAR(40) NOT NULL, 
	goal INTEGER, 
	day DATE NOT NULL, 
	zero_s FLOAT, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	state VARCHAR(10) NOT NULL, 
	reason VARCHAR(40) NOT NULL, 
	"full" INTEGER NOT NULL, 
	partial INTEGER NOT NULL, 
	score INTEGER NOT NULL, 
	stars INTEGER NOT NULL, 
	active_s FLOAT NOT NULL, 
	recording VARCHAR(200), 
	CONSTRAINT fk_bouts_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE, 
	CONSTRAINT fk_bouts_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "bouts" VALUES(1,1,1,'here','knee_extension','ankle',1,'left','active','',3,'2026-03-05',10.0,'2026-03-05 12:00:00.000000','2026-03-05 12:00:00.000000','finished','',2,1,50,2,6.0,NULL);
INSERT INTO "bouts" VALUES(2,2,NULL,'here','ankle_dorsiflexion','heel',1,'right','active','',NULL,'2026-03-05',NULL,'2026-03-05 12:00:00.000000',NULL,'running','',0,0,0,0,0.0,NULL);
CREATE TABLE calibrations (
	id INTEGER NOT NULL, 
	player_id INTEGER, 
	exercise VARCHAR(60) NOT NULL, 
	setup VARCHAR(60) NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	body TEXT NOT NULL, 
	learned_at DATETIME NOT NULL, 
	CONSTRAINT pk_calibrations PRIMARY KEY (id), 
	CONSTRAINT fk_calibrations_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
);
INSERT INTO "calibrations" VALUES(1,1,'knee_extension','ankle','left','{"range_deg":50}','2026-03-05 12:00:00.000000');
CREATE TABLE check_ins (
	id INTEGER NOT NULL, 
	session_id INTEGER NOT NULL, 
	player_id INTEGER, 
	bout_id INTEGER, 
	exercise VARCHAR(60) NOT NULL, 
	moment VARCHAR(10) NOT NULL, 
	pain INTEGER, 
	effort INTEGER, 
	at DATETIME NOT NULL, place VARCHAR(20), 
	CONSTRAINT pk_check_ins PRIMARY KEY (id), 
	CONSTRAINT fk_check_ins_bout_id_bouts FOREIGN KEY(bout_id) REFERENCES bouts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_check_ins_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE, 
	CONSTRAINT fk_check_ins_session_id_sessions FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE
);
INSERT INTO "check_ins" VALUES(1,1,1,NULL,'','before',1,NULL,'2026-03-05 12:00:00.000000',NULL);
CREATE TABLE daily (
	player_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	exercise VARCHAR(60) NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	way VARCHAR(40) NOT NULL, 
	repetitions INTEGER NOT NULL, 
	"full" INTEGER NOT NULL, 
	range_sum FLOAT NOT NULL, 
	range_deg_sum FLOAT NOT NULL, 
	best_range_deg FLOAT NOT NULL, 
	CONSTRAINT pk_daily PRIMARY KEY (player_id, day, exercise, side, way), 
	CONSTRAINT fk_daily_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "daily" VALUES(1,'2026-03-05','knee_extension','left','active',3,2,2.40000000000000035527e+00,120.0,40.0);
CREATE TABLE diary (
	id INTEGER NOT NULL, 
	player_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	detail VARCHAR(20) NOT NULL, 
	minutes INTEGER NOT NULL, 
	entered_by VARCHAR(10) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_diary PRIMARY KEY (id), 
	CONSTRAINT fk_diary_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
);
CREATE TABLE notes (
	player_id INTEGER NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	body TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (player_id, name), 
	CONSTRAINT fk_notes_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "notes" VALUES(1,'precautions','{"confirmed":true}','2026-03-05 12:00:00.000000');
CREATE TABLE plans (
	id INTEGER NOT NULL, 
	player_id INTEGER NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	body TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_plans PRIMARY KEY (id), 
	CONSTRAINT fk_plans_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE, 
	CONSTRAINT uq_plans_player_id_name UNIQUE (player_id, name)
);
INSERT INTO "plans" VALUES(1,1,'Mondays','["knee_extension"]','2026-03-05 12:00:00.000000');
CREATE TABLE players (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	nickname VARCHAR(60) NOT NULL, 
	affected_side VARCHAR(10) NOT NULL, 
	better_vision_side VARCHAR(10) NOT NULL, 
	avatar VARCHAR(40) NOT NULL, 
	colour VARCHAR(40) NOT NULL, 
	created_at DATETIME NOT NULL, 
	chosen_at DATETIME NOT NULL
);
INSERT INTO "players" VALUES(1,'Anna','left','right','gull','blue','2026-03-05 12:00:00.000000','2026-03-05 12:00:00.000000');
CREATE TABLE repetitions (
	bout_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	puck VARCHAR(10) NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	start_s FLOAT NOT NULL, 
	peak_s FLOAT NOT NULL, 
	end_s FLOAT NOT NULL, 
	range_deg FLOAT NOT NULL, 
	range_share FLOAT NOT NULL, 
	hold_s FLOAT NOT NULL, 
	out_s FLOAT NOT NULL, 
	back_s FLOAT NOT NULL, 
	peak_speed_dps FLOAT NOT NULL, 
	"full" BOOLEAN NOT NULL, 
	asked_range FLOAT NOT NULL, 
	asked_hold_s FLOAT NOT NULL, 
	sparc FLOAT, 
	ldlj FLOAT, 
	steadiness FLOAT, 
	direction VARCHAR(20), compensated BOOLEAN, 
	CONSTRAINT pk_repetitions PRIMARY KEY (bout_id, number), 
	CONSTRAINT fk_repetitions_bout_id_bouts FOREIGN KEY(bout_id) REFERENCES bouts (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "repetitions" VALUES(1,1,'blue','left',2.0,3.0,4.0,40.0,0.8,1.0,0.9,0.9,70.0,1,0.7,1.0,-1.5,-6.0,NULL,NULL,NULL);
INSERT INTO "repetitions" VALUES(1,2,'blue','left',6.0,7.0,8.0,40.0,0.8,1.0,0.9,0.9,70.0,0,0.7,1.0,-1.5,-6.0,NULL,NULL,NULL);
INSERT INTO "repetitions" VALUES(1,3,'blue','left',10.0,11.0,12.0,40.0,0.8,1.0,0.9,0.9,70.0,1,0.7,1.0,-1.5,-6.0,NULL,NULL,NULL);
CREATE TABLE sessions (
	id INTEGER NOT NULL, 
	player_id INTEGER, 
	machine VARCHAR(100) NOT NULL, 
	day DATE NOT NULL, 
	started_at DATETIME NOT NULL, 
	last_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
);
INSERT INTO "sessions" VALUES(1,1,'here','2026-03-05','2026-03-05 12:00:00.000000','2026-03-05 12:00:00.000000');
INSERT INTO "sessions" VALUES(2,NULL,'here','2026-03-05','2026-03-05 12:00:00.000000','2026-03-05 12:00:00.000000');
CREATE TABLE settings (
	id INTEGER NOT NULL, 
	player_id INTEGER, 
	machine VARCHAR(100) NOT NULL, 
	body TEXT NOT NULL, 
	saved_at DATETIME NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (id), 
	CONSTRAINT fk_settings_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
);
INSERT INTO "settings" VALUES(1,1,'here','{"text_size":"largest","contrast":"normal","reduced_motion":false,"captions":true,"volume_voice":1.0,"volume_effects":0.7,"volume_music":0.5,"keys":{},"one_switch":null,"scan_s":2.0,"tremor":false,"press_to_toggle":false,"display":null,"language":"en","retention_days":90,"clinic":false,"emergency_number":""}','2026-03-05 12:00:00.000000');
CREATE TABLE unlocks (
	player_id INTEGER NOT NULL, 
	exercise VARCHAR(60) NOT NULL, 
	side VARCHAR(10) NOT NULL, 
	level INTEGER NOT NULL, 
	opened_by VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_unlocks PRIMARY KEY (player_id, exercise, side, level), 
	CONSTRAINT fk_unlocks_player_id_players FOREIGN KEY(player_id) REFERENCES players (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "unlocks" VALUES(1,'knee_extension','left',2,'stars','2026-03-05 12:00:00.000000');
CREATE INDEX ix_settings_player_id_machine ON settings (player_id, machine);
CREATE INDEX ix_calibrations_player_id_exercise_setup_side ON calibrations (player_id, exercise, setup, side);
CREATE INDEX ix_sessions_player_id_last_at ON sessions (player_id, last_at);
CREATE INDEX ix_bouts_player_id_day_active_s ON bouts (player_id, day, active_s);
CREATE INDEX ix_bouts_player_id_exercise_id ON bouts (player_id, exercise, id);
CREATE INDEX ix_bouts_player_id_id ON bouts (player_id, id);
CREATE INDEX ix_bouts_session_id ON bouts (session_id);
CREATE INDEX ix_bouts_state ON bouts (state);
CREATE INDEX ix_check_ins_bout_id ON check_ins (bout_id);
CREATE INDEX ix_check_ins_player_id ON check_ins (player_id);
CREATE INDEX ix_check_ins_session_id ON check_ins (session_id);
CREATE INDEX ix_bouts_best ON bouts (player_id, exercise, side, modifier, level, stars, score, state);
CREATE INDEX ix_diary_player_id_day ON diary (player_id, day);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('players',1);
INSERT INTO "sqlite_sequence" VALUES('bouts',2);
COMMIT;
